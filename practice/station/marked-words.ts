import type { Score } from '../../engine/jobs';
import type { Heard, HeardWord } from '../../pipeline/ear/heard';
import { stateOf } from '../../pipeline/siamese/word-state';

/** What became of a word: `said` where it has no score, `left` out, or `added` to the sentence. */
export type WordState = 'right' | 'unclear' | 'wrong' | 'said' | 'left' | 'added';

/** A word of the sentence, or one that was added to it, as the page shows it. Where several in a row were left out, all of them. */
export interface MarkedWord {
  readonly text: string;
  readonly state: WordState;
  /** 0 to 100, with the colour of its tier; where the score alone decides the state. */
  readonly score?: number;
  readonly colour?: string;
  /** Its place among the sentence's words; none where it was added. */
  readonly place?: number;
  /** It was said in another order. */
  readonly moved?: true;
  /** Where the learner said it, ms; none where it was left out. */
  readonly learner?: { readonly startMs: number; readonly endMs: number };
  /** Together they are the text. Only where they tell why the word is not right, or that a part of it is not. */
  readonly syllables?: readonly MarkedSyllable[];
}

/** A piece of a written word, with the marks around it. */
export interface MarkedSyllable {
  readonly text: string;
  readonly state: WordState;
  readonly colour?: string;
}

type Scored = Pick<Score, 'value' | 'verdict' | 'words'>;
type Compared = Pick<Heard, 'text' | 'sure' | 'completeness' | 'words' | 'insertions'>;

/**
 * The words of the sentence, each with what became of it, and among them the words that were added. Empty where the recording
 * says nothing about the words.
 * @param sentence as it is written
 * @param heard where an ear has listened
 */
export function markedWords(sentence: string, { value, verdict, words: scored }: Scored, heard: Compared | undefined): MarkedWord[] {
  if (value === null && verdict !== 'incomplete') return [];
  const compared = heard !== undefined && heard.completeness !== null ? heard : undefined;
  const words = compared?.words ?? scored;
  const scores = value === null ? [] : scoresOf(words, scored);
  const written = sentence.split(/\s+/).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const added = (place: number): MarkedWord[] =>
    (compared?.insertions ?? []).flatMap(({ text, before }) => (before === place ? [{ text, state: 'added' }] : []));
  const marked = words.flatMap((word, i): MarkedWord[] => {
    const text = (written.length === words.length ? written[i] : undefined) ?? word.text;
    const error = compared?.words[i]?.error ?? 'none';
    const mark = markOf(error, scores[i]);
    const syllables = error === 'omission' ? [] : syllablesOf(text, mark.state, scores[i]);
    const { startMs, endMs } = word;
    const moved = compared?.words[i]?.moved === true;
    return [...added(i), { text, ...mark, place: i, ...(moved && { moved }), ...(error !== 'omission' && { learner: { startMs, endMs } }), ...(syllables.length > 0 && { syllables }) }];
  });
  return joined([...marked, ...added(words.length)]);
}

/** Words in a row that were left out are one piece of the sentence. */
function joined(words: readonly MarkedWord[]): MarkedWord[] {
  const out: MarkedWord[] = [];
  for (const word of words) {
    const last = out.at(-1);
    if (word.state === 'left' && last?.state === 'left') out[out.length - 1] = { ...last, text: `${last.text} ${word.text}` };
    else out.push(word);
  }
  return out;
}

/** What was said, where that is something else than the sentence and the ear has understood it; otherwise ''. */
export function saidInstead({ value, verdict }: Scored, heard: Compared | undefined): string {
  if (heard === undefined || !heard.sure || heard.completeness === null) return '';
  if (value === null && verdict !== 'incomplete' && verdict !== 'wrong-sentence') return '';
  return heard.insertions.length > 0 || heard.words.some(({ error }) => error !== 'none') ? heard.text : '';
}

/** The score of each word, undefined where it has none: a word that was left out may have no score. */
function scoresOf(words: readonly { readonly text: string }[], scored: Scored['words']): (Scored['words'][number] | undefined)[] {
  if (words.length === scored.length) return [...scored];
  let next = 0;
  return words.map(({ text }) => {
    const at = scored.findIndex((word, i) => i >= next && word.text === text);
    if (at >= 0) next = at + 1;
    return scored[at];
  });
}

function markOf(error: HeardWord['error'], scored: Scored['words'][number] | undefined): Omit<MarkedWord, 'text'> {
  if (error === 'omission') return { state: 'left' };
  if (error === 'mispronunciation') return { state: 'wrong' };
  if (scored?.tier == null) return { state: 'said' };
  const { score, tier: { colour } } = scored;
  return { state: stateOf(colour), score, colour };
}

/**
 * The syllables of a written word. None where they spell it otherwise, as those of 3시, and none where all are right in a word
 * that is not: then the whole word is marked.
 */
function syllablesOf(text: string, state: WordState, scored: Scored['words'][number] | undefined): MarkedSyllable[] {
  const syllables = scored?.syllables ?? [];
  const spelled = syllables.map((syllable) => syllable.text).join('');
  const before = text.indexOf(spelled);
  if (spelled === '' || before < 0) return [];
  let at = 0;
  const marked = syllables.map(({ text: own, tier }, i): MarkedSyllable => {
    const end = i === syllables.length - 1 ? text.length : (i === 0 ? before : at) + own.length;
    const piece = text.slice(at, end);
    at = end;
    return { text: piece, ...(tier === null ? { state: 'said' } : { state: stateOf(tier.colour), colour: tier.colour }) };
  });
  return state === 'right' || marked.some((syllable) => syllable.state !== 'right') ? marked : [];
}
