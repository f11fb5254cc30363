import { reactive } from 'vue';
import type { Saying } from '../../../language/sayings';
import type { ListItem } from '../../../language/sentence-list/lines';
import type { Tier } from '../../../pipeline/siamese/score';
import type { TeacherVoice } from '../voice/messages';
import { FLOOR_DB } from '../audio/levels';
import type { Drill } from '../progress/drill';
import type { ReviewItem } from '../progress/review';
import type { Bundled, Editing, Hint, ListProblem, MarkedWord, Melody, Place } from './messages';

/** What a learner's try is doing. */
export type Phase = 'idle' | 'opening' | 'countdown' | 'recording' | 'scoring';

/** What the voice says. */
export interface Reference {
  /** Object URL of its recording. */
  readonly address: string;
  readonly sayings: readonly Saying[];
  /** Where its words are; empty where the voice does not tell. */
  readonly places: readonly Place[];
  /** Whether the language has none of the text's letters. */
  readonly hasOtherLetters: boolean;
  /** Who says it; '' where nobody knows. */
  readonly speaker: string;
}

/** What came of a try. */
export interface Result {
  readonly value: number | null;
  readonly verdict: string;
  readonly tier: Tier | null;
  readonly words: readonly MarkedWord[];
  readonly change: { readonly kind: string; readonly words: string } | undefined;
  readonly hint: Hint | undefined;
  readonly said: string;
  readonly melody: Melody | undefined;
  /** Object URLs: both spectrograms, what was recorded, and the part of it that was compared. */
  readonly picture: string | null;
  readonly recording: string | null;
  readonly compared: string | null;
}

/** Why there is no result: a name in the page's texts, or a sentence from the flow. */
export interface Problem {
  readonly title: string;
  readonly text: string;
}

/** Who records: the learner's own device, or the machine that runs Node-RED. */
export type Source = 'browser' | 'machine';

/** All that the page shows. */
export interface State {
  session: string;
  connected: boolean;
  /** Language of the page's own texts. */
  ui: string;
  /** Sentences by BCP 47 tag. */
  sentences: Readonly<Record<string, readonly ListItem[]>>;
  /** The same without the limits of a class's exercise. */
  whole: Readonly<Record<string, readonly ListItem[]>>;
  problems: readonly ListProblem[];
  /** Tells the list from another one. */
  version: string;
  editing: Editing;
  bundled: readonly Bundled[];
  language: string;
  voice: string;
  /** The voices of teachers. */
  teachers: readonly TeacherVoice[];
  /** Whether the flow has a teacher's PIN; null where it keeps no voices. */
  teachersPin: boolean | null;
  text: string;
  /** The drill of a word of a sentence; null where the whole sentence is practised. */
  drill: Drill | null;
  showsSayings: boolean;
  preparing: boolean;
  earIsLoading: boolean;
  reference: Reference | null;
  /** Something went wrong outside a try: the score node may not have the voice's sentence. */
  voiceMayBeLost: boolean;
  source: Source;
  phase: Phase;
  /** The name of the try that the page waits for; '' where it waits for none. */
  attempt: string;
  /** That try is one that a class has not got: it is sent again. */
  sendsAgain: boolean;
  count: number;
  elapsedMs: number;
  limitMs: number;
  speaks: boolean;
  level: number;
  room: number[];
  light: string;
  result: Result | null;
  problem: Problem | null;
  tiers: readonly Tier[];
  /** Points of this sentence so far. */
  attempts: readonly number[];
  /** Days in a row on which this device was practised on. */
  streak: number;
  /** What is to be practised again today, the weakest first. */
  review: readonly ReviewItem[];
}

export function initialState(): State {
  return reactive<State>({
    session: '', connected: true, ui: 'en', sentences: {}, whole: {}, problems: [], version: '', editing: 'closed', bundled: [], language: 'ko', voice: 'low', teachers: [],
    teachersPin: null, text: '', drill: null,
    showsSayings: true, preparing: false, earIsLoading: false, reference: null, voiceMayBeLost: false, source: 'browser', phase: 'idle', attempt: '', sendsAgain: false,
    count: 0, elapsedMs: 0, limitMs: 15_000, speaks: false, level: FLOOR_DB, room: [], light: 'unknown', result: null, problem: null,
    tiers: [], attempts: [], streak: 0, review: [],
  });
}
