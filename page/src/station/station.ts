import type { ListItem } from '../../../language/sentence-list/lines';
import { limitedTo } from '../class/learner/limit';
import { createPlace, type Place } from '../class/learner/place';
import { createPlayer, type Player, type Stretch } from '../audio/player';
import type { Progress } from '../progress/progress';
import { createAttempting, type Attempting, type Tell } from './attempt';
import { createDiary, type Diary } from './diary';
import { createDrilling, type Drilling } from './drilling';
import { forgetAllHistory, forgetHistory, readHistory } from './history';
import { deckOf } from './deck';
import type { Asked, Bundled, PreviewMessage, SavedMessage, Told, Topic } from './messages';
import { receive } from './receive';
import { createRequests, type About } from './requests';
import { createSendingAgain } from './sending-again';
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
  /** In a class. */
  readonly place: Place;
  readonly drilling: Drilling;
  /** Where a teacher records a voice. */
  readonly walk: Walk;
  /** Connects a widget. @returns what disconnects it */
  readonly join: (wire: Wire) => () => void;
  readonly receive: (told: Told) => void;
  readonly hello: () => void;
  readonly lost: () => void;
  /** The sentences of the language that is practised. */
  readonly list: () => readonly ListItem[];
  /** The sentence that is practised, also while one of its words is drilled. */
  readonly sentence: () => string;
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
  /** Lets the voice say a text that is not practised. Rejects with `Unanswered`. */
  readonly preview: (language: string, text: string) => Promise<PreviewMessage>;
  /** Saves the teacher's list. Rejects with `Unanswered`. @param version of the list that was changed */
  readonly saveList: (sentences: State['sentences'], version: string, pin: string) => Promise<SavedMessage['payload']>;
  /** Flash cards of what was practised on this device, as `deckOf` makes them. */
  readonly deck: (onCard: (done: number, all: number) => void) => Promise<Uint8Array | undefined>;
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

  /** The class gets results of seated learners only, and of whole sentences. */
  const seat = (): Pick<Asked['pronunciation'], 'seat'> => (place.state.status === 'in' && state.drill === null ? { seat: place.state.seat } : {});
  const send = (topic: Topic, more: Partial<Asked>, { language, text, attempt = '' }: About): void => {
    const [wire] = wires;
    const asked: Asked = { topic, payload: '', ...more, pronunciation: { session: state.session, language, text, ...(attempt !== '' && { attempt }), ...seat() } };
    if (asked.pronunciation.seat !== undefined && (topic === 'recording' || topic === 'try' || topic === 'stop')) place.sent({ ...asked, voice: state.voice });
    wire?.(asked);
  };
  const tell: Tell = (topic, more = {}) => send(topic, more, state);
  const requests = createRequests(send);
  const preview = async (language: string, text: string): Promise<PreviewMessage> =>
    (await requests.ask('preview', { payload: text, voice: state.voice }, { language, text })) as PreviewMessage;
  const attempting = createAttempting(state, tell, () => voiceMs(state));

  /** Lets the voice say the sentence, so that it is there before the learner is. */
  const prepare = (): void => {
    player.stop();
    if (state.phase !== 'idle') attempting.finish();
    Object.assign(state, { result: null, problem: null, reference: null, voiceMayBeLost: false, preparing: state.text !== '' });
    readHistory(state);
    if (state.text !== '') tell('say', { payload: state.text, voice: state.voice });
  };

  const limit = (): void => {
    const { exercise } = place.state;
    state.sentences = limitedTo(exercise, state.whole, state.language);
    const items = Object.entries(state.sentences).flatMap(([language, own]) => own.map(({ text }) => ({ language, text })));
    const [first] = items;
    const isLimited = state.sentences !== state.whole && Object.keys(state.whole).length > 0;
    if (isLimited && first !== undefined && state.text !== '' && state.phase === 'idle' && !items.some(({ text }) => text === state.text)) choose(first.language, first.text);
  };
  const place = createPlace({ ask: (topic, payload) => tell(topic, { payload }), exerciseChanged: limit, memory: sessionStorage });

  /** Part of a recording, with a little more at both ends. */
  const stretch = (address: string, { startMs, endMs }: { startMs: number; endMs: number }, rate: number): Stretch =>
    ({ address, from: Math.max(0, startMs / 1000 - 0.05), to: endMs / 1000 + 0.08, rate });

  const again = createSendingAgain(state, attempting, place, (asked) => [...wires][0]?.(asked));
  const diary = createDiary(state, progress);
  const list = (): readonly ListItem[] => state.sentences[state.language] ?? [];
  const sentence = (): string => state.drill?.sentence ?? state.text;
  const choose = (language: string, text: string): void => {
    Object.assign(state, { language, text, drill: null });
    prepare();
  };
  const drilling = createDrilling(state, (text) => {
    state.text = text;
    prepare();
  });

  const chooseVoice = (voice: string): void => {
    state.voice = voice;
    remember('voice', voice);
    prepare();
  };
  const walk = createWalk(state, {
    send: (asked) => [...wires][0]?.(asked),
    changed: (teacher, text) => {
      if (teacher === state.voice && text === state.text) prepare();
    },
  });

  return {
    state,
    attempting,
    player,
    diary,
    place,
    drilling,
    walk,
    join: (wire) => {
      wires.add(wire);
      return () => wires.delete(wire);
    },
    receive: (told) => {
      if (again.take(told) || requests.take(told)) return;
      receive(state, told, { attempting, prepare, limit, place, keep: diary.add, drilled: drilling.take, chooseVoice, walk });
      if (told.topic === 'joined' || told.topic === 'kept') again.look();
    },
    hello: () => {
      state.session = ownSession();
      state.connected = true;
      tell('hello');
      place.hello();
      // Node-RED may have been started anew: its score node has no reference then.
      if (state.text !== '' && state.phase === 'idle') tell('say', { payload: state.text, voice: state.voice });
    },
    lost: () => {
      state.connected = false;
      requests.lose();
      const isKept = state.phase === 'scoring' && place.keeps(state.attempt);
      place.lost();
      // A try of a class is sent again by itself.
      if (isKept) attempting.finish();
      else if (state.phase !== 'idle') attempting.fail('error', 'disconnected');
    },
    list,
    sentence,
    choose,
    move: (by) => {
      const { length } = list();
      const next = list()[(list().findIndex(({ text }) => text === sentence()) + by + length) % length];
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
    preview,
    saveList: async (sentences, version, pin) => {
      const told = await requests.ask('save', { payload: { sentences, version, pin } }, state);
      return (told as SavedMessage).payload;
    },
    deck: async (onCard) => deckOf(await (await progress).all(), state.whole, preview, onCard),
    tryBundled: ({ language, text, recording }) => {
      if (language !== state.language || text !== state.text) choose(language, text);
      attempting.tryBundled(recording);
    },
    forgetHistory: () => forgetHistory(state),
    forgetAll: () => forgetAllHistory(state),
  };
}
