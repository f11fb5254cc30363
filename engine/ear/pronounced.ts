import { EAR_FRAME_MS } from '../../pipeline/ear/samples';
import { countsAsSaid, type Heard, type HeardWord, type InsertedWord } from '../../pipeline/ear/heard';
import { isSpelledAlike } from '../../pipeline/ear/letters';
import { movedPlaces } from '../../pipeline/ear/moved-places';
import type { Span } from '../../pipeline/types';
import type { SaidWord } from '../../pipeline/ear/said-words';
import type { Edits } from './edits';
import type { NearWord } from './neighbours';
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
 * @param near the words that sounded like another one, with one sound exchanged
 */
export function pronounced({ said, taught }: Said, expected: readonly string[], startMs: number, near: readonly Pick<NearWord, 'place' | 'heardAs'>[] = []): Pronounced {
  const spans = said.map((_, i) => spanOf(taught, i, startMs));
  const moved = movedPlaces(said.flatMap(({ place }) => place ?? []));
  const words = expected.map((text, place): HeardWord => {
    const at = said.findIndex((word) => word.place === place);
    const word = said[at];
    if (word === undefined) return { text, ...placeOf(said, spans, place), error: 'omission', confidence: 0 };
    const heardAs = near.find((one) => one.place === place)?.heardAs;
    const isSame = heardAs === undefined && isSpelledAlike(word.text, text);
    const isMoved = isSame && moved.has(place);
    return {
      text,
      ...(spans[at] as Span),
      error: isSame && !isMoved ? 'none' : 'mispronunciation',
      confidence: confidenceOf(taught, at),
      ...(heardAs !== undefined && { heardAs }),
      ...(isMoved && { moved: true }),
    };
  });
  const insertions = said.flatMap(({ text, place }, i): InsertedWord[] => {
    if (place !== null) return [];
    const next = said.slice(i).find((word) => word.place !== null)?.place ?? expected.length;
    return [{ text: bare(text), ...(spans[i] as Span), before: next }];
  });
  const notSaid = words.filter((word) => !countsAsSaid(word)).length;
  const asHeard = ({ text, place }: SaidWord): string => {
    const word = near.find((one) => one.place === place);
    return word === undefined ? text : text.replace(bare(text), word.heardAs);
  };
  return {
    text: said.map(asHeard).join(' '),
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
