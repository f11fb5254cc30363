import { reactive } from 'vue';
import type { ListItem } from '../../../../language/sentence-list/lines';
import type { SentencesMessage } from '../../station/messages';
import type { Deleted, Exercise, Overview, Refused } from '../messages';

export type TeacherTopic = 'hello' | 'start' | 'end' | 'overview' | 'csv' | 'listen' | 'delete';

/** What the teacher's page sends. */
export interface TeacherAsked {
  readonly topic: TeacherTopic;
  readonly payload: unknown;
  /** Missing as long as the teacher has not given it. */
  readonly pin?: string;
  readonly pronunciation: { readonly session: string };
}

interface To<Topic extends string, Payload> {
  readonly topic: Topic;
  readonly payload: Payload;
  readonly filename?: string;
  readonly pronunciation?: { readonly session?: string };
}

/** What the flow tells the teacher's page. */
export type TeacherTold =
  | To<'overview', Overview>
  | To<'started' | 'ended', Exercise | null>
  | To<'csv', string>
  | To<'recording', ArrayBuffer>
  | To<'deleted', Deleted>
  | To<'refused', Refused>
  | SentencesMessage;

/** `locked`: the PIN is missing or wrong; `noPin`: the flow has none. */
export type DeskStatus = 'opening' | 'locked' | 'noPin' | 'open';

/** What the teacher's page shows. */
export interface DeskState {
  status: DeskStatus;
  connected: boolean;
  overview: Overview | null;
  /** Everything instead of the newest exercise. */
  showsAll: boolean;
  /** The sentences of the list by language. */
  sentences: Readonly<Record<string, readonly ListItem[]>>;
  /** Why the class did not do something. */
  refusal: Refused | null;
  deleted: Deleted | null;
}

export interface DeskOptions {
  readonly send: (asked: TeacherAsked) => void;
  readonly session: string;
  /** Keeps the PIN of this browser tab. */
  readonly memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly save: (text: string, filename: string) => void;
  readonly play: (wav: ArrayBuffer) => void;
}

/** The teacher's place: what the page shows, and what the teacher can do. */
export interface Desk {
  readonly state: DeskState;
  readonly hello: () => void;
  readonly lost: () => void;
  readonly receive: (told: TeacherTold) => void;
  readonly unlock: (pin: string) => void;
  readonly lock: () => void;
  readonly showAll: (all: boolean) => void;
  readonly start: (title: string, sentences: readonly string[]) => void;
  readonly end: () => void;
  readonly table: () => void;
  /** @param recording its number */
  readonly listen: (recording: number) => void;
  readonly deleteAll: () => void;
  readonly close: () => void;
}

const KEY = 'pron-pin';
/** A class whose flow was deployed anew does not know who looks on. */
const AGAIN_MS = 20_000;

export function createDesk({ send, session, memory, save, play }: DeskOptions): Desk {
  const state = reactive<DeskState>({ status: 'opening', connected: true, overview: null, showsAll: false, sentences: {}, refusal: null, deleted: null });
  let pin = memory.getItem(KEY);

  const tell = (topic: TeacherTopic, payload: unknown = ''): void => {
    send({ topic, payload, ...(pin !== null && topic !== 'hello' && { pin }), pronunciation: { session } });
  };
  const look = (): void => tell('overview', state.showsAll ? 'all' : '');
  const act = (topic: TeacherTopic, payload?: unknown): void => {
    state.refusal = null;
    tell(topic, payload);
  };
  const again = setInterval(() => {
    if (state.status === 'open' && state.connected) look();
  }, AGAIN_MS);

  const forget = (): void => {
    pin = null;
    memory.removeItem(KEY);
    state.overview = null;
  };
  const refused = (refusal: Refused): void => {
    const { reason } = refusal;
    const isFirst = pin === null;
    if (reason === 'PRON_CLASS_NO_PIN') {
      forget();
      state.status = 'noPin';
    } else if (reason === 'PRON_CLASS_PIN' || reason === 'PRON_CLASS_GUESSES') {
      forget();
      state.status = 'locked';
      state.refusal = isFirst ? null : refusal;
    } else state.refusal = refusal;
  };

  return {
    state,
    hello: () => {
      state.connected = true;
      tell('hello');
      look();
    },
    lost: () => {
      state.connected = false;
    },
    receive: (told) => {
      switch (told.topic) {
        case 'overview':
          if (pin === null) return;
          if (state.status !== 'open') memory.setItem(KEY, pin);
          Object.assign(state, { status: 'open', overview: told.payload });
          return;
        case 'started':
          state.showsAll = false;
          look();
          return;
        case 'ended':
          look();
          return;
        case 'csv':
          save(told.payload, told.filename ?? 'class.csv');
          return;
        case 'recording':
          play(told.payload);
          return;
        case 'deleted':
          state.deleted = told.payload;
          look();
          return;
        case 'refused':
          refused(told.payload);
          return;
        case 'sentences':
          state.sentences = told.list ?? Object.fromEntries(Object.entries(told.payload).map(([language, texts]) => [language, texts.map((text) => ({ text }))]));
      }
    },
    unlock: (given) => {
      pin = given;
      act('overview');
    },
    lock: () => {
      forget();
      Object.assign(state, { status: 'locked', refusal: null, deleted: null });
    },
    showAll: (all) => {
      state.showsAll = all;
      look();
    },
    start: (title, sentences) => {
      state.deleted = null;
      act('start', { title, sentences });
    },
    end: () => act('end'),
    table: () => act('csv'),
    listen: (recording) => act('listen', recording),
    deleteAll: () => act('delete'),
    close: () => clearInterval(again),
  };
}
