import { canHear } from '../audio/microphone';
import { createPlayer, type Player, type Stretch } from '../audio/player';
import { languageOf } from '../texts/texts';
import { createAttempting, type Attempting, type Tell } from './attempt';
import { forgetHistory, readHistory } from './history';
import type { Asked, Bundled, Told } from './messages';
import { receive } from './receive';
import { initialState, type State } from './state';
import { ownSession, remember, remembered, rememberedList } from './storage';
import type { Tier } from '../../../pipeline/siamese/score';

/** The way from a widget to the flow. */
export type Wire = (asked: Asked) => void;

/** A learner's place: what the page shows, and what the learner can do. All widgets of a page share one. */
export interface Station {
  readonly state: State;
  readonly attempting: Attempting;
  readonly player: Player;
  /** Connects a widget. @returns what disconnects it */
  readonly join: (wire: Wire) => () => void;
  readonly receive: (told: Told) => void;
  readonly hello: () => void;
  readonly lost: () => void;
  readonly choose: (language: string, text: string) => void;
  readonly chooseVoice: (voice: string) => void;
  readonly chooseUi: (ui: string) => void;
  readonly showSayings: (shows: boolean) => void;
  readonly listen: (rate: number) => void;
  readonly listenThere: (slow: boolean) => void;
  /** The voice's word, mine, and the voice's again. @returns false where nobody knows where the word is */
  readonly compare: (word: number, rate: number, loop: boolean) => boolean;
  readonly tryBundled: (one: Bundled) => void;
  readonly forgetHistory: () => void;
}

const voiceMs = ({ reference }: State): number => reference?.places.at(-1)?.endMs ?? 0;

export function createStation(): Station {
  const state = initialState();
  const player = createPlayer();
  const wires = new Set<Wire>();

  const tell: Tell = (topic, more = {}) => {
    const [wire] = wires;
    const { session, language, text, attempt } = state;
    wire?.({ topic, payload: '', ...more, pronunciation: { session, language, text, ...(attempt !== '' && { attempt }) } });
  };
  const attempting = createAttempting(state, tell, () => voiceMs(state));

  /** Lets the voice say the sentence, so that it is there before the learner is. */
  const prepare = (): void => {
    player.stop();
    if (state.phase !== 'idle') attempting.finish();
    Object.assign(state, { result: null, problem: null, reference: null, preparing: state.text !== '' });
    readHistory(state);
    if (state.text !== '') tell('say', { payload: state.text, voice: state.voice });
  };

  /** Part of a recording, with a little more at both ends. */
  const stretch = (address: string, { startMs, endMs }: { startMs: number; endMs: number }, rate: number): Stretch =>
    ({ address, from: Math.max(0, startMs / 1000 - 0.05), to: endMs / 1000 + 0.08, rate });

  return {
    state,
    attempting,
    player,
    join: (wire) => {
      wires.add(wire);
      return () => wires.delete(wire);
    },
    receive: (told) => receive(state, told, { attempting, prepare }),
    hello: () => {
      state.session = ownSession();
      state.connected = true;
      tell('hello');
      // Node-RED may have been started anew: its voice has not said the sentence.
      if (state.text !== '' && state.phase === 'idle' && state.reference === null) prepare();
    },
    lost: () => {
      state.connected = false;
      if (state.phase !== 'idle') attempting.fail('error', 'disconnected');
    },
    choose: (language, text) => {
      Object.assign(state, { language, text });
      prepare();
    },
    chooseVoice: (voice) => {
      state.voice = voice;
      remember('voice', voice);
      prepare();
    },
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
  };
}

let shared: Station | undefined;

/** The station of this page; made when the first widget asks for it. */
export function stationOfPage(): Station {
  if (shared !== undefined) return shared;
  shared = createStation();
  const { state } = shared;
  shared.chooseUi(languageOf(remembered('ui', navigator.language)));
  state.voice = remembered('voice', 'low');
  state.showsSayings = remembered('sayings', 'shown') !== 'hidden';
  state.tiers = rememberedList('tiers') as Tier[];
  if (!canHear()) state.source = 'machine';
  const { attempting } = shared;
  document.addEventListener('visibilitychange', () => document.hidden && attempting.leave());
  return shared;
}
