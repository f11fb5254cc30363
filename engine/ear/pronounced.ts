import { EAR_FRAME_MS } from '../../pipeline/ear/samples';
import type { Heard, HeardWord, InsertedWord } from '../../pipeline/ear/heard';
import { letterDistance, lettersOf } from '../../pipeline/ear/letters';
import type { Span } from '../../pipeline/types';
import type { Edits } from './edits';
import type { Taught } from './taught';

/** What was said, and where. */
interface Said {
  readonly said: Edits['said'];
  readonly taught: Pick<Taught, 'wordOf' | 'starts' | 'logProbability'>;
}

export type Pronounced = Pick<Heard, 'text' | 'completeness' | 'words' | 'insertions'>;

/**
 * What became of each expected word. @param expected the words as people see them
 * @param startMs time of the ear's first frame in the recording
 */
export function pronounced({ said, taught }: Said, expected: readonly string[], startMs: number): Pronounced {
  const spans = said.map((_, i) => spanOf(taught, i, startMs));
  const words = expected.map((text, place): HeardWord => {
    const at = said.findIndex((word) => word.place === place);
    const word = said[at];
    if (word === undefined) return { text, ...placeOf(said, spans, place), error: 'omission', confidence: 0 };
    const isSame = letterDistance(lettersOf(word.text), lettersOf(text)) === 0;
    return { text, ...(spans[at] as Span), error: isSame ? 'none' : 'mispronunciation', confidence: confidenceOf(taught, at) };
  });
  const insertions = said.flatMap(({ text, place }, i): InsertedWord[] => {
    if (place !== null) return [];
    const next = said.slice(i).find((word) => word.place !== null)?.place ?? expected.length;
    return [{ text: bare(text), ...(spans[i] as Span), before: next }];
  });
  const notSaid = words.filter(({ error }) => error !== 'none').length;
  return {
    text: said.map(({ text }) => text).join(' '),
    completeness: expected.length === 0 ? null : 1 - notSaid / expected.length,
    words,
    insertions,
  };
}

/** From the word's first token to the token after its last one. */
function spanOf({ wordOf, starts }: Said['taught'], word: number, startMs: number): Span {
  const first = wordOf.indexOf(word);
  const ms = (frame: number): number => Math.max(0, Math.round(startMs + frame * EAR_FRAME_MS));
  return { startMs: ms(starts[first] as number), endMs: ms(starts[wordOf.lastIndexOf(word) + 1] as number) };
}

/** Where a word that was left out should have been: where the one before it ends. */
function placeOf(said: Edits['said'], spans: readonly Span[], place: number): Span {
  const before = said.findLastIndex((word) => word.place !== null && word.place < place);
  const ms = before < 0 ? (spans[0]?.startMs ?? 0) : (spans[before] as Span).endMs;
  return { startMs: ms, endMs: ms };
}

function confidenceOf({ wordOf, logProbability }: Said['taught'], word: number): number {
  const own = wordOf.flatMap((of, i) => (of === word ? [logProbability[i] as number] : []));
  const mean = own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length);
  return Math.round(1000 * Math.exp(mean)) / 1000;
}

function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
}
