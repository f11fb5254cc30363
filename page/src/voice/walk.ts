import { reactive } from 'vue';
import type { ListItem } from '../../../language/sentence-list/lines';
import { createAttempting } from '../station/attempt';
import { renewed } from '../station/addresses';
import type { Asked, ErrorMessage } from '../station/messages';
import { initialState, type State } from '../station/state';
import { newAttempt } from '../station/storage';
import type { CheckedMessage, VoiceTold } from './messages';

/** Nobody reads a letter for longer than this, ms. */
const LETTER_MS = 250;
/** The page's own voices. */
const OWN_VOICES = ['low', 'high'];

/** A take that the teacher may keep. */
export interface CheckedTake extends Pick<CheckedMessage, 'faults' | 'said' | 'isHeard' | 'words'> {
  readonly wav: ArrayBuffer;
  /** Object URL. */
  readonly address: string;
}

export interface WalkState {
  teacher: string;
  /** Only in memory: the next person at this device does not have it. */
  pin: string;
  language: string;
  /** In the list of the language. */
  place: number;
  take: CheckedTake | null;
  /** What was asked of the flow and has not been answered. */
  asked: { readonly topic: 'keep' | 'delete'; readonly attempt: string } | null;
  /** Whether the flow refused the PIN. */
  isPinWrong: boolean;
  /** Of the voice that was deleted last: how many files are left. */
  leftOfDeleted: number | null;
}

/** A teacher's walk through the list: a take of each sentence, kept where the teacher says so. */
export interface Walk {
  readonly state: WalkState;
  /** Microphone, countdown, level, problem. */
  readonly recorder: State;
  readonly canBegin: () => boolean;
  /** Goes to the first sentence of the language that the teacher has not recorded. */
  readonly begin: () => void;
  readonly current: () => ListItem | undefined;
  /** Sentences of the language that the teacher has recorded. */
  readonly done: () => number;
  readonly isDone: (text: string) => boolean;
  readonly move: (by: 1 | -1) => void;
  readonly record: () => void;
  readonly stop: () => void;
  readonly keep: () => void;
  readonly remove: (teacher: string) => void;
  /** Nothing is heard any more. */
  readonly leave: () => void;
  /** @returns whether the message was for the walk */
  readonly receive: (told: VoiceTold | ErrorMessage) => boolean;
}

/** What the walk needs of the station. */
export interface WalkHands {
  readonly send: (asked: Asked) => void;
  /** The teacher has a new take of a text. */
  readonly changed: (teacher: string, text: string) => void;
}

/** @param station what the whole page shows */
export function createWalk(station: State, { send, changed }: WalkHands): Walk {
  const recorder = initialState();
  const state = reactive<WalkState>({ teacher: '', pin: '', language: '', place: 0, take: null, asked: null, isPinWrong: false, leftOfDeleted: null });
  const list = (): readonly ListItem[] => station.whole[state.language] ?? [];
  const current = (): ListItem | undefined => list()[state.place];

  const ask = (topic: Asked['topic'], payload: unknown, attempt: string, more: { voice?: string; pin?: string; words?: CheckedTake['words'] } = {}): void => {
    const { words, ...rest } = more;
    const { session } = station;
    send({ topic, payload, ...rest, pronunciation: { session, language: state.language, text: current()?.text ?? '', attempt, ...(words && { words }) } });
  };
  const attempting = createAttempting(recorder, (topic, { payload } = {}) => {
    if (topic === 'recording') ask('check', payload, recorder.attempt);
  }, () => LETTER_MS * (current()?.text.length ?? 0));

  const drop = (): void => {
    renewed(state.take?.address, undefined, '');
    state.take = null;
  };
  const leave = (): void => {
    if (recorder.phase !== 'idle') attempting.finish();
    recorder.problem = null;
    drop();
  };
  const isDone = (text: string): boolean =>
    station.teachers.some(({ name, recordings }) => name === state.teacher.trim() && recordings.some((one) => one.language === state.language && one.text === text));
  const go = (place: number): void => {
    leave();
    state.place = Math.min(Math.max(0, place), Math.max(0, list().length - 1));
  };
  const asks = (topic: 'keep' | 'delete', payload: unknown, more: { voice: string; words?: CheckedTake['words'] }): void => {
    if (state.asked !== null) return;
    state.asked = { topic, attempt: newAttempt() };
    recorder.problem = null;
    ask(topic, payload, state.asked.attempt, { ...more, pin: state.pin });
  };

  function takeChecked({ payload, faults, words, said, isHeard }: CheckedMessage): void {
    attempting.finish();
    state.take = { wav: payload, address: renewed(state.take?.address, payload, 'audio/wav') ?? '', faults, words, said, isHeard };
  }

  function takeError({ code = '', payload }: ErrorMessage): void {
    state.asked = null;
    state.isPinWrong = code === 'PRON_CLASS_PIN';
    if (state.isPinWrong) attempting.fail('wrongPin', 'pinAgain');
    else attempting.fail(code === '' ? 'error' : code, payload);
  }

  return {
    state,
    recorder,
    current,
    isDone,
    done: () => list().filter(({ text }) => isDone(text)).length,
    canBegin: () => /[\p{L}\p{N}]/u.test(state.teacher) && !OWN_VOICES.includes(state.teacher.trim()) && state.pin !== '' && list().length > 0,
    begin: () => {
      state.teacher = state.teacher.normalize('NFC').replace(/\s+/g, ' ').trim();
      state.isPinWrong = false;
      state.leftOfDeleted = null;
      recorder.problem = null;
      // A take stays where only the PIN was wrong.
      if (state.take === null) go(list().findIndex(({ text }) => !isDone(text)));
    },
    move: (by) => go(state.place + by),
    record: () => {
      drop();
      void attempting.record();
    },
    stop: () => void attempting.stop(),
    keep: () => {
      const { take, teacher } = state;
      if (take !== null) asks('keep', take.wav, { voice: teacher, words: take.words });
    },
    remove: (teacher) => asks('delete', '', { voice: teacher }),
    leave,
    receive: (told) => {
      const attempt = told.pronunciation?.attempt;
      const [isTake, isAsked] = [attempt !== undefined && attempt === recorder.attempt, attempt !== undefined && attempt === state.asked?.attempt];
      if (told.topic === 'voices') return false;
      if (told.topic === 'error') {
        if (isTake || isAsked) takeError(told);
        return isTake || isAsked;
      }
      if (told.topic === 'checked' && isTake) takeChecked(told);
      if (told.topic === 'kept' && isAsked) {
        state.asked = null;
        const text = current()?.text ?? '';
        if (state.place < list().length - 1) go(state.place + 1);
        else leave();
        changed(state.teacher, text);
      }
      if (told.topic === 'deleted' && isAsked) {
        state.asked = null;
        state.leftOfDeleted = told.payload.left;
      }
      return true;
    },
  };
}
