import type { Posteriors } from './align';

/** Ways to say a word, each a list of symbols; none where nobody knows how it is pronounced: then the list is the word's own one. */
export type Pronunciations = readonly (readonly number[])[];

/** What the sounds of a recording say for other texts than the expected one. */
export interface TextEvidence {
  /** How likely the sounds are for the expected text: nats, at a price for each blank. */
  readonly own: number;
  /**
   * By how much likelier the sounds are for another text, nats; null where the difference lies in a word that nobody knows how
   * to pronounce.
   */
  readonly gainOf: (words: readonly Pronunciations[]) => number | null;
}

const BLANK = 0;
/** A word without phones: whatever the frame holds, at this price in nats. */
const PRICE = 1;

/**
 * The likeliest way of a text through a recording, over connectionist temporal classification's blanks, as in `alignPhones`. What a
 * change of the text gains costs no more than its own words: what stands before and after them is kept.
 * @param blankPrice nats that a blank costs more than the posteriors say: a network that has learned where phones are only from
 *   their order finds nearly every frame blank, and a word that has no frames of its own would cost next to nothing
 */
export function textEvidence(posteriors: Posteriors, words: readonly Pronunciations[], blankPrice: number): TextEvidence {
  const there = new Sounds(posteriors, blankPrice, false);
  const back = new Sounds(posteriors, blankPrice, true);
  const { frames } = posteriors;
  const before = boundaries(there, words);
  const after = boundaries(back, [...words].reverse());
  const joined = (first: Float64Array, wordsAfter: number): number => {
    const second = after[wordsAfter] as Float64Array;
    let best = -Infinity;
    for (let frame = 0; frame <= frames; frame++) best = Math.max(best, (first[frame] as number) + (second[frames - frame] as number));
    return best;
  };
  const own = joined(before[0] as Float64Array, words.length);
  return {
    own,
    gainOf(others) {
      const start = sameStart(words, others);
      const end = Math.min(sameStart([...words].reverse(), [...others].reverse()), Math.min(words.length, others.length) - start);
      const [left, right] = [words.slice(start, words.length - end), others.slice(start, others.length - end)];
      if ([...left, ...right].some((ways) => ways.length === 0)) return null;
      return joined(right.reduce((from, ways) => there.rest(there.say(from, ways)), before[start] as Float64Array), end) - own;
    },
  };
}

/** The scores before the first word and after each one, for each number of frames that is over by then. */
function boundaries(sounds: Sounds, words: readonly Pronunciations[]): Float64Array[] {
  const out = [sounds.start()];
  for (const ways of words) out.push(sounds.rest(sounds.say(out.at(-1) as Float64Array, ways)));
  return out;
}

/** All scores are of one place in a text: the best one for each number of frames that is over by then, 0 to `frames`. */
class Sounds {
  readonly #frames: number;
  /** Frames x symbols; for a text that is read from its end, the last frame first. */
  readonly #logs: Float64Array;
  readonly #symbols: number;
  readonly #best: Float64Array;
  readonly #isReversed: boolean;

  constructor({ data, frames, symbols }: Posteriors, blankPrice: number, isReversed: boolean) {
    this.#frames = frames;
    this.#symbols = symbols;
    this.#isReversed = isReversed;
    this.#logs = new Float64Array(frames * symbols);
    this.#best = new Float64Array(frames).fill(-Infinity);
    for (let frame = 0; frame < frames; frame++) {
      const at = (isReversed ? frames - 1 - frame : frame) * symbols;
      for (let symbol = 0; symbol < symbols; symbol++) {
        const log = (data[at + symbol] as number) - (symbol === BLANK ? blankPrice : 0);
        this.#logs[frame * symbols + symbol] = log;
        if (symbol !== BLANK) this.#best[frame] = Math.max(this.#best[frame] as number, log);
      }
    }
  }

  start(): Float64Array {
    const scores = new Float64Array(this.#frames + 1).fill(-Infinity);
    scores[0] = 0;
    return this.rest(scores);
  }

  /** After any number of blanks. */
  rest(from: Float64Array): Float64Array {
    const out = from.slice();
    for (let frame = 1; frame < out.length; frame++) {
      out[frame] = Math.max(out[frame] as number, (out[frame - 1] as number) + this.#log(frame, BLANK));
    }
    return out;
  }

  /** After one of the ways to say a word. */
  say(from: Float64Array, ways: Pronunciations): Float64Array {
    if (ways.length === 0) return this.anything(from, PRICE);
    const ends = ways.map((symbols) => this.#sayOne(from, this.#isReversed ? [...symbols].reverse() : symbols));
    return ends.reduce((best, end) => best.map((score, frame) => Math.max(score, end[frame] as number)));
  }

  /** After one frame or more of any phones, each at a price. */
  anything(from: Float64Array, price: number): Float64Array {
    return this.#stay(from, (frame) => (this.#best[frame - 1] as number) - price);
  }

  #sayOne(from: Float64Array, symbols: readonly number[]): Float64Array {
    return symbols.reduce((scores, symbol, i) => {
      const said = this.#stay(scores, (frame) => this.#log(frame, symbol));
      const next = symbols[i + 1];
      if (next === undefined) return said;
      return next === symbol ? this.#stay(said, (frame) => this.#log(frame, BLANK)) : this.rest(said);
    }, from);
  }

  /** After one frame or more. */
  #stay(from: Float64Array, logOf: (frame: number) => number): Float64Array {
    const out = new Float64Array(from.length).fill(-Infinity);
    for (let frame = 1; frame < from.length; frame++) {
      out[frame] = Math.max(out[frame - 1] as number, from[frame - 1] as number) + logOf(frame);
    }
    return out;
  }

  /** Of the last of so many frames. */
  #log(frames: number, symbol: number): number {
    return this.#logs[(frames - 1) * this.#symbols + symbol] as number;
  }
}

function sameStart(a: readonly Pronunciations[], b: readonly Pronunciations[]): number {
  let same = 0;
  while (same < Math.min(a.length, b.length) && isSame(a[same] as Pronunciations, b[same] as Pronunciations)) same++;
  return same;
}

function isSame(a: Pronunciations, b: Pronunciations): boolean {
  return a === b || (a.length > 0 && a.length === b.length && a.every((way, i) => isSameWay(way, b[i] as readonly number[])));
}

function isSameWay(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((symbol, i) => symbol === b[i]);
}
