import type { AlignedPhone } from '../phones/align';
import type { Rows } from '../phones/features';

/** What the decoder says of each token of the text, the closing mark and the end among them: see the ear's taught pass. */
export interface TokenNumbers {
  readonly ids: readonly number[];
  /** The word that a token belongs to; -1 for the closing mark and the end. */
  readonly wordOf: readonly number[];
  readonly logProbability: ArrayLike<number>;
  /** The same where the ear hears silence. */
  readonly expected: ArrayLike<number>;
  readonly gap: ArrayLike<number>;
  readonly entropy: ArrayLike<number>;
  readonly best: ArrayLike<number>;
  /** Where the token begins, frames. */
  readonly starts: ArrayLike<number>;
  readonly peak: ArrayLike<number>;
}

/** Vectors of each token, tokens x size. */
export interface TokenVectors {
  readonly hidden: Float32Array;
  readonly context: Float32Array;
  readonly context4: Float32Array;
}

export const WORD_NUMBERS = 17;
export const SENTENCE_NUMBERS = 16;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** The tokens of a word, or of -1, the end. */
function tokensOf({ wordOf }: TokenNumbers, word: number): number[] {
  return wordOf.flatMap((of, i) => (of === word ? [i] : []));
}

/**
 * Numbers of each word: how likely the decoder found it and how likely it is without sound, its tokens' times, and, where it has
 * phones, its length by them and the pause before it; the last number is 1 where it has some, and else 0, as those.
 * @param frames of the recording
 * @returns words x WORD_NUMBERS, row-major
 */
export function wordNumbers(numbers: TokenNumbers, words: number, phones: readonly AlignedPhone[], frames: number): Float32Array {
  const out = new Float32Array(words * WORD_NUMBERS);
  let spokenUntil: number | undefined;
  for (let word = 0; word < words; word++) {
    const tokens = tokensOf(numbers, word);
    const of = (values: ArrayLike<number>): number[] => tokens.map((i) => values[i] as number);
    const gain = tokens.map((i) => (numbers.logProbability[i] as number) - (numbers.expected[i] as number));
    const last = (tokens.at(-1) ?? 0) + 1;
    const length = (numbers.starts[last] ?? frames) - (numbers.starts[tokens[0] ?? 0] as number);
    const own = phones.filter((phone) => phone.word === word);
    const [first, final] = [own[0], own.at(-1)];
    const spoken = first === undefined || final === undefined ? 0 : final.end - first.start + 2;
    const pause = first === undefined || spokenUntil === undefined ? 0 : Math.max(0, first.start - spokenUntil);
    spokenUntil = final?.end ?? spokenUntil;
    out.set(
      [
        mean(of(numbers.logProbability)),
        least(of(numbers.logProbability)),
        mean(of(numbers.gap)),
        most(of(numbers.gap)),
        mean(of(numbers.entropy)),
        mean(of(numbers.expected)),
        mean(gain),
        least(gain),
        mean(tokens.map((i) => (numbers.best[i] === numbers.ids[i] ? 1 : 0))),
        mean(of(numbers.peak)),
        Math.log1p(tokens.length),
        Math.log1p(Math.max(0, length)),
        word === 0 ? 1 : 0,
        word === words - 1 ? 1 : 0,
        own.length === 0 ? 0 : Math.log(Math.max(1, spoken) / own.length),
        Math.log1p(pause),
        own.length === 0 ? 0 : 1,
      ],
      word * WORD_NUMBERS,
    );
  }
  return out;
}

/** Numbers of the whole recording, in the same manner; the last five are 0 where no word has phones. */
export function sentenceNumbers(numbers: TokenNumbers, words: number, phones: readonly AlignedPhone[], frames: number): Float32Array {
  const [mark = 0] = tokensOf(numbers, -1);
  const end = numbers.ids.length - 1;
  const spoken = numbers.wordOf.flatMap((word, i) => (word >= 0 ? [i] : []));
  const of = (values: ArrayLike<number>): number[] => spoken.map((i) => values[i] as number);
  const [first, final] = [phones[0], phones.at(-1)];
  const length = first === undefined || final === undefined ? 0 : final.end - first.start + 2;
  const pauses = phones.slice(1).map((phone, i) => phone.start - (phones[i] as AlignedPhone).end);
  const long = pauses.filter((pause) => pause > LONG_PAUSE);
  return Float32Array.from([
    Math.log(Math.max(1, frames)),
    Math.log1p(words),
    numbers.logProbability[mark] as number,
    numbers.gap[mark] as number,
    numbers.logProbability[end] as number,
    numbers.gap[end] as number,
    mean(of(numbers.logProbability)),
    most(of(numbers.gap)),
    mean(of(numbers.entropy)),
    mean(spoken.map((i) => (numbers.best[i] === numbers.ids[i] ? 1 : 0))),
    Math.log(Math.max(1, frames) / Math.max(1, spoken.length)),
    phones.length === 0 ? 0 : Math.log(Math.max(1, length) / phones.length),
    Math.log1p(long.reduce((sum, pause) => sum + pause, 0)),
    Math.log1p(Math.max(0, most(pauses))),
    long.length / Math.max(1, words),
    phones.length === 0 ? 0 : 1,
  ]);
}

/** Frames between two phones' spikes: 0.24 s. */
const LONG_PAUSE = 12;

/** Means of the words' token vectors: words x 3 size. */
export function wordVectors(numbers: TokenNumbers, vectors: TokenVectors, words: number, size: number): Float32Array {
  const out = new Float32Array(words * 3 * size);
  for (let word = 0; word < words; word++) {
    const tokens = tokensOf(numbers, word);
    [vectors.hidden, vectors.context, vectors.context4].forEach((rows, part) => {
      const at = (word * 3 + part) * size;
      for (const token of tokens) addShare(out.subarray(at, at + size), rows.subarray(token * size, (token + 1) * size), tokens.length);
    });
  }
  return out;
}

/** A loop of its own, which V8 compiles sooner than one inside a longer function. */
function addShare(to: Float32Array, values: Float32Array, parts: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + (values[i] as number) / parts;
}

/** Mean and standard deviation of the encoder's last rows and mean of its fourth block's: 3 size. */
export function sentenceVectors(last: Rows, block4: Rows): Float32Array {
  const { size, frames } = last;
  const out = new Float32Array(3 * size);
  for (let i = 0; i < size; i++) {
    let [sum, squares, sum4] = [0, 0, 0];
    for (let frame = 0; frame < frames; frame++) {
      const value = last.data[frame * size + i] as number;
      sum += value;
      squares += value * value;
      sum4 += block4.data[frame * size + i] as number;
    }
    const average = sum / frames;
    out[i] = average;
    out[size + i] = Math.sqrt(Math.max(0, squares / frames - average * average));
    out[2 * size + i] = sum4 / frames;
  }
  return out;
}
