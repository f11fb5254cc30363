import type { ListItem } from '../../../language/sentence-list/lines';
import { createPlayer, type Player, type Stretch } from '../audio/player';
import type { Progress } from '../progress/progress';
import { createAttempting, type Attempting, type Tell } from './attempt';
import { createDiary, type Diary } from './diary';
import { forgetAllHistory, forgetHistory, readHistory } from './history';
import type { Asked, Bundled, Told } from './messages';
import { receive } from './receive';
import { initialState, type State } from './state';
import { ownSession, remember } from './storage';
import { createWalk, type Walk } from '../voice/walk';

/** The way from a widget to the flow. */
export type Wire = (asked: Asked) => void;

/** A learner's place: what the page shows, and what the learner can do. All widgets of a page share one. */
export interface Station {
  readonly state: State;
  readonly attempting: Attempting;
  readonly player: Player;
  readonly diary: Diary;
  /** Where a teacher records a voice. */
  readonly walk: Walk;
  /** Connects a widget. @returns what disconnects it */
  readonly join: (wire: Wire) => () => void;
  readonly receive: (told: Told) => void;
  readonly hello: () => void;
  readonly lost: () => void;
  /** The sentences of the language that is practised. */
  readonly list: () => readonly ListItem[];
  readonly choose: (language: string, text: string) => void;
  /** Goes on in the list, or back; at its end it begins again. */
  readonly move: (by: 1 | -1) => void;
  readonly chooseVoice: (voice: string) => void;
  readonly chooseUi: (ui: string) => void;
  readonly showSayings: (shows: boolean) => void;
  readonly listen: (rate: number) => void;
  readonly listenThere: (slow: boolean) => void;
  /** The voice's word, mine, and the voice's again. @returns false where nobody knows where the word is */
  readonly compare: (word: number, rate: number, loop: boolean) => boolean;
  readonly tryBundled: (one: Bundled) => void;
  readonly forgetHistory: () => void;
  /** Of all sentences. */
  readonly forgetAll: () => void;
}

const voiceMs = ({ reference }: State): number => reference?.places.at(-1)?.endMs ?? 0;

/** @param progress what this device keeps; rejects where it keeps nothing */
export function createStation(progress: Promise<Progress>): Station {
  const state = initialState();
  const player = createPlayer();
  const wires = new Set<Wire>();

  const send: Wire = (asked) => [...wires][0]?.(asked);
  const tell: Tell = (topic, more = {}) => {
    const { session, language, text, attempt } = state;
    send({ topic, payload: '', ...more, pronunciation: { session, language, text, ...(attempt !== '' && { attempt }) } });
  };
  const attempting = createAttempting(state, tell, () => voiceMs(state));

  /** Lets the voice say the sentence, so that it is there before the learner is. */
  const prepare = (): void => {
    player.stop();
    if (state.phase !== 'idle') attempting.finish();
    Object.assign(state, { result: null, problem: null, reference: null, voiceMayBeLost: false, preparing: state.text !== '' });
    readHistory(state);
    if (state.text !== '') tell('say', { payload: state.text, voice: state.voice });
  };

  /** Part of a recording, with a little more at both ends. */
  const stretch = (address: string, { startMs, endMs }: { startMs: number; endMs: number }, rate: number): Stretch =>
    ({ address, from: Math.max(0, startMs / 1000 - 0.05), to: endMs / 1000 + 0.08, rate });

  const diary = createDiary(state, progress);
  const list = (): readonly ListItem[] => state.sentences[state.language] ?? [];
  const choose = (language: string, text: string): void => {
    Object.assign(state, { language, text });
    prepare();
  };

  const chooseVoice = (voice: string): void => {
    state.voice = voice;
    remember('voice', voice);
    prepare();
  };
  const walk = createWalk(state, {
    send,
    changed: (teacher, text) => {
      if (teacher === state.voice && text === state.text) prepare();
    },
  });

  return {
    state,
    attempting,
    player,
    diary,
    walk,
    join: (wire) => {
      wires.add(wire);
      return () => wires.delete(wire);
    },
    receive: (told) => receive(state, told, { attempting, prepare, keep: diary.add, chooseVoice, walk }),
    hello: () => {
      state.session = ownSession();
      state.connected = true;
      tell('hello');
      // Node-RED may have been started anew: its score node has no reference then.
      if (state.text !== '' && state.phase === 'idle') tell('say', { payload: state.text, voice: state.voice });
    },
    lost: () => {
      state.connected = false;
      if (state.phase !== 'idle') attempting.fail('error', 'disconnected');
    },
    list,
    choose,
    move: (by) => {
      const { length } = list();
      const next = list()[(list().findIndex(({ text }) => text === state.text) + by + length) % length];
      if (next !== undefined) choose(state.language, next.text);
    },
    chooseVoice,
    chooseUi: (ui) => {
      state.ui = ui;
      remember('ui', ui);
      document.documentElement.lang = ui;
    },
    showSayings: (shows) => {
      state.showsSayings = shows;
      remember('sayings', shows ? 'shown' : 'hidden');
    },
    listen: (rate) => {
      if (state.reference !== null) void player.play([{ address: state.reference.address, rate }]);
    },
    listenThere: (slow) => tell('aloud', { payload: state.text, voice: state.voice, slow }),
    compare: (word, rate, loop) => {
      const { reference, result } = state;
      const [theirs, mine] = [reference?.places[word], result?.words.find(({ place }) => place === word)?.learner];
      if (reference === null || theirs === undefined) return false;
      const voice = stretch(reference.address, theirs, rate);
      const own = mine !== undefined && result?.compared ? [stretch(result.compared, mine, rate), voice] : [];
      void player.play([voice, ...own], loop);
      return true;
    },
    tryBundled: ({ language, text, recording }) => {
      if (language !== state.language || text !== state.text) {
        Object.assign(state, { language, text });
        prepare();
      }
      attempting.tryBundled(recording);
    },
    forgetHistory: () => forgetHistory(state),
    forgetAll: () => forgetAllHistory(state),
  };
}
