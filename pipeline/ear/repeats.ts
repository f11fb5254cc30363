import { lettersOf } from './letters';
import type { Proposal } from './proposals';

/** Frames: a word may last so much longer than its letters make one expect, 0.12 s. */
const LEAST_SPARE = 6;
/** Share of the words that are faster than the pace: pauses and what was said twice make the others slow. */
const PACE = 1 / 3;
/** Words that may have been said twice within a text; at its beginning and its end any number. */
const MOST_WORDS = 4;
/** The words that were said twice take this share of the time to spare: pauses take the rest. */
const LEAST_SHARE = 0.3;
const MOST_SHARE = 1.2;
/** Frames: a whole sentence lasts longer. */
const SENTENCE = 50;
/** Frames: the pause before a repeat. */
const USUAL_PAUSE = 10;
const MOST_HOLES = 3;
const MOST_REPEATS = 3;
/** A sentence is begun again within so many words. */
const LATEST_RESTART = 5;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly frames: number;
}

/**
 * Words that may have been said twice: a word lasts much longer than its letters make one expect, or much follows the last one,
 * and the words beside that place would fill the time.
 * @param durations of each word, frames
 * @param rest frames after the last word that nobody expects
 */
export function repeatsOf(words: readonly string[], durations: readonly number[], rest: number): Proposal[] {
  const usual = usualDurations(words, durations);
  const holes = durations
    .map((frames, at) => ({ at, spare: frames - (usual[at] as number) }))
    .concat({ at: words.length, spare: rest })
    .filter(({ spare }) => spare >= LEAST_SPARE)
    .sort((a, b) => b.spare - a.spare)
    .slice(0, MOST_HOLES);
  const found = holes.flatMap(({ at, spare }) =>
    spansBeside(at, usual)
      .filter(({ frames }) => frames >= LEAST_SHARE * spare && frames <= MOST_SHARE * spare)
      .sort((a, b) => Math.abs(a.frames + USUAL_PAUSE - spare) - Math.abs(b.frames + USUAL_PAUSE - spare))
      .slice(0, MOST_REPEATS),
  );
  // The decoder may look for a text in its second copy, or in both: then the time to spare tells little of how much was said twice.
  const isRestart = holes.some(({ at }) => at < LATEST_RESTART);
  if (isRestart) for (let to = 2; to <= Math.min(MOST_WORDS, words.length); to++) found.push({ from: 0, to, frames: 0 });
  if (holes.some(({ at, spare }) => spare >= SENTENCE && (at === words.length || at === 0))) found.push({ from: 0, to: words.length, frames: 0 });
  const proposals = found.map(({ from, to }) => ({ from: to, to, said: words.slice(from, to).join(' ') }));
  return [...new Map(proposals.map((one) => [`${one.from} ${one.said}`, one])).values()];
}

/** How long words last at the pace of a recording, frames. The pace is one of all words but `from` to `to`. */
export function usualDurations(words: readonly string[], durations: readonly number[], from = 0, to = 0): number[] {
  const letters = words.map((word) => Math.max(1, lettersOf(word).length));
  const paces = durations.map((frames, i) => frames / (letters[i] as number)).toSpliced(from, to - from);
  const pace = paces.sort((a, b) => a - b)[Math.floor(paces.length * PACE)] ?? 0;
  return letters.map((count) => count * pace);
}

/** Whether an added stretch is what stands right before it or right after it. */
export function isRepeat(words: readonly string[], { from, to, said }: Proposal): boolean {
  if (from !== to || said === '') return false;
  const count = said.split(' ').length;
  const same = (other: readonly string[]): boolean => lettersOf(other.join('')).join('') === lettersOf(said).join('');
  return same(words.slice(Math.max(0, from - count), from)) || same(words.slice(from, from + count));
}

/** Runs of words that end or begin at a word, or stand right beside it. */
function spansBeside(at: number, usual: readonly number[]): Span[] {
  const spans = new Map<string, Span>();
  for (let from = 0; from < usual.length; from++) {
    let frames = 0;
    for (let to = from + 1; to <= usual.length; to++) {
      frames += usual[to - 1] as number;
      const isBeside = to === at || to === at + 1 || from === at || from === at + 1;
      const isShort = to - from <= MOST_WORDS || from === 0 || to === usual.length;
      if (isBeside && isShort) spans.set(`${from}-${to}`, { from, to, frames });
    }
  }
  return [...spans.values()];
}
