import type { Saying } from '../../../language/sayings';
import type { ListItem } from '../../../language/sentence-list/lines';
import type { Tier } from '../../../pipeline/siamese/score';
import type { ToldLearner } from '../class/messages';
import type { VoiceTold } from '../voice/messages';
import type { JudgedSyllable } from '../results/outcome';

/** Where a word is in a recording, ms. */
export interface Place {
  readonly startMs: number;
  readonly endMs: number;
}

export interface MarkedSyllable extends JudgedSyllable {
  readonly colour?: string;
}

/** A word of the sentence after a try, or one that was added to it. */
export interface MarkedWord extends MarkedSyllable {
  readonly score?: number;
  readonly syllables?: readonly MarkedSyllable[];
  /** Its place among the sentence's words; none where it was added. */
  readonly place?: number;
  readonly moved?: true;
  /** Where the learner said it. */
  readonly learner?: Place;
}

/** A recording that comes with the flow. */
export interface Bundled {
  readonly language: string;
  readonly recording: string;
  readonly text: string;
  readonly label: string;
}

/** What is wrong with a line of the teacher's list. */
export interface ListProblem {
  readonly kind: string;
  readonly line?: number;
  readonly text?: string;
}

/** How a sentence ends. */
export type Ending = 'rising' | 'falling' | 'level';

interface VoiceMelody {
  /** Semitones from the speaker's median, on the time axis of the voice; null where nothing is voiced. */
  readonly pitch: readonly (number | null)[];
  readonly end: Ending | null;
  /** Syllables, or what stands for them, a second. */
  readonly rate: number;
}

/** Melody and pace of both voices. */
export interface Melody {
  readonly reference: VoiceMelody;
  readonly learner: VoiceMelody;
  /** Null where an end is not known. */
  readonly isSameEnd: boolean | null;
  /** Below 0 the learner was faster. */
  readonly slowerPercent: number;
}

export interface Hint {
  readonly contrast: string;
  readonly expected: string;
  readonly said: string;
  /** Place of its word in the sentence. */
  readonly word?: number;
}

interface From<Topic extends string> {
  readonly topic: Topic;
  readonly pronunciation?: { readonly attempt?: string };
}

export interface SentencesMessage extends From<'sentences'> {
  readonly payload: Readonly<Record<string, readonly string[]>>;
  /** The same with translations and lessons. */
  readonly list?: Readonly<Record<string, readonly ListItem[]>>;
  readonly problems?: readonly ListProblem[];
  readonly bundled?: readonly Bundled[];
  readonly earIsLoading?: boolean;
  /** Tells this list from another one. */
  readonly version?: string;
  /** Whether this page may change the list; not told where the list goes to every page. */
  readonly editing?: Editing;
}

/** Who may change the list: this page, whoever has the teacher's PIN, or nobody on this page. */
export type Editing = 'open' | 'pin' | 'closed';

/** Whether the list was saved: `saved`, or why not. */
export interface SavedMessage extends From<'saved'> {
  readonly payload: { readonly kind: string; readonly version?: string; readonly text?: string; readonly seconds?: number };
}

export interface ReferenceMessage extends From<'reference'> {
  readonly payload: ArrayBuffer;
  readonly text: string;
  readonly voice: string;
  /** Who says it: not always the voice that was asked for. */
  readonly speaker?: string;
  readonly words?: readonly Saying[];
  readonly places?: readonly Place[];
  /** Whether the language has none of the text's letters: its voice spells them. */
  readonly otherLetters?: boolean;
}

/** A text that is listened to: no try is compared with it. */
export interface PreviewMessage extends From<'preview'> {
  readonly payload: ArrayBuffer;
  readonly words?: readonly Saying[];
}

export interface ResultMessage extends From<'result'> {
  readonly score: { readonly value: number | null; readonly verdict: string; readonly tier: Tier | null; readonly tiers: readonly Tier[] };
  readonly words: readonly MarkedWord[];
  readonly change?: { readonly kind: string; readonly words: string };
  readonly hint?: Hint;
  readonly said: string;
  readonly prosody?: Melody;
  readonly picture?: ArrayBuffer;
  readonly recording?: ArrayBuffer;
  readonly scored?: ArrayBuffer;
  readonly noise?: string;
}

export interface ErrorMessage extends From<'error'> {
  readonly payload: string;
  readonly code?: string;
}

export interface LevelMessage extends From<'level'> {
  /** dBFS. */
  readonly payload: number;
}

export interface EarMessage extends From<'ear'> {
  readonly payload: boolean;
}

/** What the flow tells the page. */
export type Told =
  | SentencesMessage | ReferenceMessage | PreviewMessage | SavedMessage | ResultMessage | ErrorMessage | LevelMessage | EarMessage
  | ToldLearner | VoiceTold;

/** What the page asks the flow for. */
export type Topic =
  | 'hello' | 'say' | 'aloud' | 'record' | 'stop' | 'recording' | 'try' | 'preview' | 'save' | 'check' | 'keep' | 'delete' | 'join' | 'leave';

export interface Asked {
  readonly topic: Topic;
  readonly payload: unknown;
  readonly voice?: string;
  readonly slow?: boolean;
  readonly recording?: string;
  /** The teacher's. */
  readonly pin?: string;
  readonly pronunciation: {
    readonly session: string;
    readonly language: string;
    readonly text: string;
    readonly attempt?: string;
    readonly seat?: string;
    /** When the words of a teacher's take were said. */
    readonly words?: readonly Place[];
  };
}
