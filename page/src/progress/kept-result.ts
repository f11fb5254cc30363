import { tierOf, type Tier } from '../../../pipeline/siamese/score';
import type { JudgedWord, SoundHint, WordState } from '../results/outcome';
import { sentenceWords } from '../results/weakest-word';

/** How well something was said, by the place of its tier: the highest two are the same in every palette of tiers. */
export type Grade = 'top' | 'good' | 'fair' | 'low';

/** A word of a try, as it is kept. */
export interface KeptWord {
  readonly text: string;
  readonly state: WordState;
  /** 0 to 100. */
  readonly score?: number;
  readonly grade?: Grade;
  /** Its syllables that were not right. */
  readonly weak?: readonly string[];
}

/** A try, as it is kept on this device. */
export interface KeptResult {
  /** No other try has it. */
  readonly id: string;
  /** Ms since 1970. */
  readonly when: number;
  readonly sentence: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly voice: string;
  readonly verdict: string;
  /** 0 to 100; null unless the verdict is `scored`. */
  readonly points: number | null;
  readonly grade: Grade | null;
  /** Without those that were added to the sentence. */
  readonly words: readonly KeptWord[];
  /** A sound that was said as another one. */
  readonly hint?: Pick<SoundHint, 'contrast' | 'expected' | 'said'>;
}

/** What the page knows of a try. */
export interface Tried extends Omit<KeptResult, 'grade' | 'words' | 'hint'> {
  readonly tiers: readonly Tier[];
  readonly words: readonly JudgedWord[];
  readonly hint?: SoundHint | undefined;
}

/** What is kept of a try. A score counts by the tiers that it was given by: a teacher may have changed their bounds. */
export function keptResult({ tiers, words, hint, ...tried }: Tried): KeptResult {
  const { id, when, sentence, language, voice, verdict, points } = tried;
  return {
    id, when, sentence, language, voice, verdict, points,
    grade: points === null ? null : gradeOf(points, tiers),
    words: sentenceWords(words).map((word) => keptWord(word, tiers)),
    ...(hint && { hint: { contrast: hint.contrast, expected: hint.expected, said: hint.said } }),
  };
}

function keptWord({ text, state, score, syllables = [] }: JudgedWord, tiers: readonly Tier[]): KeptWord {
  const weak = syllables.filter((syllable) => syllable.state === 'unclear' || syllable.state === 'wrong').map((syllable) => syllable.text);
  return {
    text, state,
    ...(score !== undefined && { score: rounded(score), grade: gradeOf(score, tiers) }),
    ...(weak.length > 0 && { weak }),
  };
}

const rounded = (score: number): number => Math.round(score * 10) / 10;

/** Colours say what a tier means; its name may be the teacher's own. */
const GRADES: Readonly<Record<string, Grade>> = { green: 'top', yellow: 'good', orange: 'fair', red: 'low' };

/** The grade of points; `fair` where a tier has a colour of its own. */
export function gradeOf(points: number, tiers: readonly Tier[]): Grade {
  return GRADES[tierOf(points, tiers)?.colour ?? ''] ?? 'fair';
}
