import { tierOf } from '../../../pipeline/siamese/score';
import type { JudgedWord, Melody, Outcome } from './outcome';
import { sentenceWords, weakestWord } from './weakest-word';

/** The weakest thing of a try, with what its sentence names. */
export type Feedback =
  | { readonly kind: 'refused'; readonly verdict: string }
  | { readonly kind: 'left' | 'added' | 'moved'; readonly words: string }
  | { readonly kind: 'contrast'; readonly contrast: string; readonly expected: string; readonly said: string }
  | { readonly kind: 'exchanged' | 'word'; readonly word: string; readonly say?: string }
  | { readonly kind: 'syllable'; readonly word: string; readonly syllable: string }
  | { readonly kind: 'pace'; readonly pace: 'fast' | 'slow' }
  | { readonly kind: 'ending'; readonly ending: 'rises' | 'falls' }
  | { readonly kind: 'nearly'; readonly word: string }
  | { readonly kind: 'praise'; readonly tier: string };

/** Beyond these a listener notices the pace: readers of one text differ by about a quarter. */
const FASTEST = 1.5;
const SLOWEST = 0.6;
/** Longest list of words in the sentence, characters. */
const LONGEST = 40;

/**
 * The one thing that the sentence under the number is about: why there is no number, else the first of words left out, added or at another place, a
 * sound said as another one, the worst word, a syllable, the pace, the melody at the end; else praise. It never says less or more
 * than the colours of the words. Undefined where nothing is known.
 */
export function feedbackOf(outcome: Outcome): Feedback | undefined {
  const { verdict, words, melody } = outcome;
  if (verdict !== 'scored') return { kind: 'refused', verdict };
  return changed(words) ?? hintOf(outcome) ?? worstWord(outcome) ?? worstSyllable(words) ?? melodyOf(melody) ?? praise(outcome);
}

function changed(words: readonly JudgedWord[]): Feedback | undefined {
  for (const kind of ['left', 'added'] as const) {
    const texts = words.filter(({ state }) => state === kind).map(({ text }) => text);
    if (texts.length > 0) return { kind, words: shortened(texts.join(' ')) };
  }
  const moved = words.filter((word) => word.moved === true).map(({ text }) => text);
  return moved.length === 0 ? undefined : { kind: 'moved', words: shortened(moved.join(' ')) };
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join('').trimEnd()}…`;
}

/** A hint at a word that is shown as right would contradict its colour. */
function hintOf({ hint, words }: Outcome): Feedback | undefined {
  if (hint === undefined) return undefined;
  const own = hint.word === undefined ? words : [sentenceWords(words)[hint.word]];
  if (!own.some((word) => word !== undefined && isWeak(word))) return undefined;
  return { kind: 'contrast', contrast: hint.contrast, expected: hint.expected, said: hint.said };
}

function isWeak({ state, syllables = [] }: JudgedWord): boolean {
  return [state, ...syllables.map((syllable) => syllable.state)].some((one) => one === 'wrong' || one === 'unclear');
}

function worstWord({ words, sayings = [] }: Outcome): Feedback | undefined {
  const weakest = weakestWord(words);
  if (weakest === undefined) return undefined;
  const { word, place } = weakest;
  const saying = sayings.length === sentenceWords(words).length ? sayings[place] : sayings.find(({ text }) => text === word.text);
  const kind = word.state === 'wrong' && word.score === undefined ? 'exchanged' : 'word';
  return { kind, word: bare(word.text), ...(saying?.pronounced !== undefined && { say: bare(saying.pronounced) }) };
}

function worstSyllable(words: readonly JudgedWord[]): Feedback | undefined {
  for (const state of ['wrong', 'unclear'] as const) {
    for (const { text, syllables = [] } of sentenceWords(words)) {
      const syllable = syllables.find((one) => one.state === state);
      if (syllable !== undefined) return { kind: 'syllable', word: bare(text), syllable: bare(syllable.text) };
    }
  }
  return undefined;
}

function melodyOf({ pace, ending }: Melody = {}): Feedback | undefined {
  if (pace !== undefined && pace > FASTEST) return { kind: 'pace', pace: 'fast' };
  if (pace !== undefined && pace < SLOWEST) return { kind: 'pace', pace: 'slow' };
  if (ending?.voice === 'rises' && ending.learner !== 'rises') return { kind: 'ending', ending: 'rises' };
  return ending?.voice === 'falls' && ending.learner === 'rises' ? { kind: 'ending', ending: 'falls' } : undefined;
}

/** What the number says; where one word is a tier lower than it, that word comes first. */
function praise({ tier, tiers, words }: Outcome): Feedback | undefined {
  if (tier === null) return undefined;
  const scored = words.filter(({ score }) => score !== undefined);
  const [lowest] = scored.sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const isTop = tiers.every(({ from }) => from <= tier.from);
  const own = lowest?.score === undefined ? null : tierOf(lowest.score, tiers);
  if (isTop && lowest !== undefined && own !== null && own.from < tier.from) return { kind: 'nearly', word: bare(lowest.text) };
  return { kind: 'praise', tier: tier.name };
}

/** A word without the marks around it. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || text;
}
