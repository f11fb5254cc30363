import { reactive } from 'vue';
import type { Asked } from '../../station/messages';
import type { Exercise, Refused, ToldLearner } from '../messages';
import { createOpenTries, type Repeated, type TryNotice } from './open-tries';

/** `out`: in no class; `asking`: which seats are free; `choosing`: the learner is; `in`: has a seat. */
export type PlaceStatus = 'out' | 'asking' | 'choosing' | 'in';

/** A learner's place in a class, as the page shows it. */
export interface PlaceState {
  status: PlaceStatus;
  /** The page was opened by the class's link, so it offers to join. */
  isInvited: boolean;
  /** The seat's number, or the learner's name; '' without one. */
  seat: string;
  /** Seats to choose from; null where the learner gives a name. */
  free: readonly number[] | null;
  /** The teacher keeps the recordings of learners who agree. */
  recordings: boolean;
  consent: boolean;
  /** Why the class refused, in this page's texts or in Node-RED's language. */
  refusal: Refused | null;
  exercise: Exercise | null;
  /** The newest try's name that the class has kept. */
  kept: string;
  /** Of tries that the class has not confirmed. */
  unconfirmed: TryNotice;
}

export interface PlaceOptions {
  readonly ask: (topic: 'join' | 'leave', payload: object) => void;
  /** The exercise has begun, changed or ended. */
  readonly exerciseChanged: (exercise: Exercise | null) => void;
  /** What this browser tab remembers across a reload: the session is the tab's as well. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** What a learner can do in a class. */
export interface Place {
  readonly state: PlaceState;
  /** Connected, or connected again. */
  readonly hello: () => void;
  /** The page was opened by the class's link. */
  readonly invite: () => void;
  /** Asks which seats are free. */
  readonly ask: () => void;
  readonly join: (seat: string, consent: boolean) => void;
  /** Gives the consent, or takes it back. */
  readonly agree: (consent: boolean) => void;
  readonly leave: () => void;
  /** The learner does without the class. */
  readonly decline: () => void;
  readonly receive: (told: ToldLearner) => void;
  /** A try was sent: it is kept here until the class confirms it. */
  readonly sent: (asked: Asked) => void;
  /** A try's result has come; the class confirms it soon. */
  readonly scored: (attempt: string) => void;
  /** The learner was told that a try failed. */
  readonly failed: (attempt: string) => void;
  /** The connection was lost, and perhaps what was under way. */
  readonly lost: () => void;
  /** A try that is to be sent again now; undefined where there is none. */
  readonly next: () => Repeated | undefined;
  /** Whether a try is kept here. */
  readonly keeps: (attempt: string) => boolean;
  readonly close: () => void;
}

const KEY = 'pron-class';
/** How often a page says that it is still there: the class counts those of the last 65 s. */
const AGAIN_MS = 20_000;
/** So long a class may take to answer. */
const PATIENCE_MS = 10_000;
/** No class has it: whoever asks for it is told which seats are free. */
const NO_SEAT = 0;

export function createPlace({ ask, exerciseChanged, memory }: PlaceOptions): Place {
  const state = reactive<PlaceState>({
    status: 'out', isInvited: false, seat: '', free: null, recordings: false, consent: false, refusal: null, exercise: null, kept: '', unconfirmed: '',
  });
  let answer: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setInterval> | undefined;

  const tries = createOpenTries((notice) => { state.unconfirmed = notice; });
  const setExercise = (exercise: Exercise | null): void => {
    const isSame = state.exercise?.startedAt === exercise?.startedAt;
    state.exercise = exercise;
    if (!isSame) exerciseChanged(exercise);
  };
  const askSeats = (): void => {
    ask('join', { seat: NO_SEAT });
    if (state.status === 'choosing') return;
    state.status = 'asking';
    clearTimeout(answer);
    answer = setTimeout(() => {
      if (state.status === 'asking') Object.assign(state, { status: 'choosing', free: [], refusal: { reason: 'noAnswer', message: '' } });
    }, PATIENCE_MS);
  };
  const rejoin = (): void => ask('join', { seat: state.seat, consent: state.consent, attempts: tries.names() });
  const go = (): void => {
    clearInterval(again);
    memory.removeItem(KEY);
    Object.assign(state, { status: 'out', seat: '', consent: false, refusal: null, kept: '' });
    tries.clear();
    setExercise(null);
  };
  const refused = (told: Refused): void => {
    const { reason, free = null, recordings = state.recordings } = told;
    // A failure, such as a full disk, takes no seat away.
    if (state.status === 'in' && reason.startsWith('PRON_')) {
      tries.doubt();
      return;
    }
    const isFirst = reason === 'noSeat' || reason === 'noName';
    if (state.status === 'in') go();
    if (state.status === 'out' && isFirst) return;
    Object.assign(state, { status: 'choosing', free: reason.startsWith('PRON_') ? [] : free, recordings, refusal: isFirst ? null : told });
  };

  return {
    state,
    hello: () => {
      const known = memory.getItem(KEY);
      if (known !== null && state.seat === '') Object.assign(state, JSON.parse(known) as object);
      if (state.seat !== '') rejoin();
      else if (state.isInvited && state.status !== 'out') askSeats();
    },
    invite: () => {
      state.isInvited = true;
      if (memory.getItem(KEY) === null) state.status = 'asking';
    },
    ask: askSeats,
    join: (seat, consent) => {
      state.refusal = null;
      ask('join', { seat, consent });
    },
    agree: (consent) => {
      state.consent = consent;
      rejoin();
    },
    leave: () => {
      ask('leave', {});
      go();
    },
    decline: () => go(),
    receive: (told) => {
      switch (told.topic) {
        case 'joined': {
          const { seat, consent, recordings, exercise, kept = [] } = told.payload;
          // The answer to a question that was asked before the learner left.
          if (state.status === 'out' && state.seat === '') return;
          Object.assign(state, { status: 'in', seat, consent, recordings, refusal: null });
          memory.setItem(KEY, JSON.stringify({ seat, consent }));
          tries.confirm(kept, false);
          setExercise(exercise);
          clearInterval(again);
          again = setInterval(rejoin, AGAIN_MS);
          return;
        }
        case 'refused':
          refused(told.payload);
          return;
        case 'left':
          if (state.status === 'in') go();
          return;
        case 'kept':
          state.kept = told.pronunciation?.attempt ?? '';
          tries.confirm([state.kept], true);
          if (state.unconfirmed === 'lost') state.unconfirmed = '';
          return;
        case 'started':
          if (state.status === 'in') setExercise(told.payload);
          return;
        case 'ended':
          if (state.status === 'in') setExercise(null);
      }
    },
    sent: tries.add,
    scored: tries.scored,
    failed: tries.failed,
    lost: tries.doubt,
    keeps: (attempt) => tries.names().includes(attempt),
    next: () => (state.status === 'in' ? tries.next() : undefined),
    close: () => {
      clearTimeout(answer);
      tries.clear();
      clearInterval(again);
    },
  };
}
