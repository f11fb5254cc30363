/** Log posteriors of a recording: frames x symbols, row-major; symbol 0 is the blank. */
export interface Posteriors {
  readonly data: Float32Array;
  readonly frames: number;
  readonly symbols: number;
}

/** A phone of the text with its place in the recording. */
export interface AlignedPhone {
  /** Place of its word in the text. */
  readonly word: number;
  readonly symbol: number;
  /** Frames; `end` is not its own any more. */
  readonly start: number;
  readonly end: number;
}

const BLANK = 0;
/** A word without phones: whatever the frame holds, at this price in nats. */
const ANYTHING = -1;
const PRICE = 1;

interface State {
  /** Symbol that a frame must hold, or ANYTHING. */
  readonly symbol: number;
  readonly word: number;
  /** Place in the pronunciation; -1 of a blank. */
  readonly place: number;
  readonly before: readonly number[];
}

/**
 * The likeliest way of a text through a recording, over the blanks of connectionist temporal classification (Graves et al.,
 * 2006), by Viterbi's algorithm. Where a word has several pronunciations, the likeliest is taken.
 * @param words for each word its pronunciations; none where nobody knows them: then it has no phones in the result
 */
export function alignPhones(posteriors: Posteriors, words: readonly (readonly (readonly number[])[])[]): AlignedPhone[] {
  const { states, last } = statesOf(words);
  if (states.length <= 1 || posteriors.frames === 0) return [];
  const path = bestPath(posteriors, states, last);
  const out: AlignedPhone[] = [];
  for (let frame = 0; frame < path.length; frame++) {
    const at = path[frame] as number;
    const { symbol, word, place } = states[at] as State;
    if (place < 0 || symbol === ANYTHING) continue;
    const previous = out.at(-1);
    if (frame > 0 && path[frame - 1] === at && previous !== undefined) out[out.length - 1] = { ...previous, end: frame + 1 };
    else out.push({ word, symbol, start: frame, end: frame + 1 });
  }
  return out;
}

/** A blank before, between and after all phones; it may be left out between two different ones. */
function statesOf(words: readonly (readonly (readonly number[])[])[]): { states: State[]; last: readonly number[] } {
  const states: State[] = [{ symbol: BLANK, word: -1, place: -1, before: [] }];
  const add = (state: State): number => states.push(state) - 1;
  let blank = 0;
  let ends: number[] = [];
  words.forEach((pronunciations, word) => {
    const ways = pronunciations.length > 0 ? pronunciations : [[ANYTHING]];
    const newEnds: number[] = [];
    for (const symbols of ways) {
      let before = [blank, ...ends];
      symbols.forEach((symbol, place) => {
        const direct = before.filter((at) => (states[at] as State).symbol !== symbol);
        const phone = add({ symbol, word, place, before: direct });
        const between = place + 1 < symbols.length ? [add({ symbol: BLANK, word, place: -1, before: [phone] })] : [];
        before = [phone, ...between];
      });
      newEnds.push(before[0] as number);
    }
    blank = add({ symbol: BLANK, word, place: -1, before: newEnds });
    ends = newEnds;
  });
  return { states, last: [blank, ...ends] };
}

function bestPath(posteriors: Posteriors, states: readonly State[], last: readonly number[]): Int32Array {
  const { data, frames, symbols } = posteriors;
  const from = new Int32Array(frames * states.length);
  let scores = new Float64Array(states.length).fill(-Infinity);
  for (let frame = 0; frame < frames; frame++) {
    const best = bestSymbol(data, frame * symbols, symbols);
    const next = new Float64Array(states.length);
    states.forEach(({ symbol, before }, at) => {
      const emitted = symbol === ANYTHING ? best - PRICE : (data[frame * symbols + symbol] as number);
      const isFirst = at === 0 || before.includes(0);
      let score = frame === 0 ? (isFirst ? 0 : -Infinity) : (scores[at] as number);
      from[frame * states.length + at] = at;
      if (frame > 0) {
        for (const other of before) {
          if ((scores[other] as number) > score) {
            score = scores[other] as number;
            from[frame * states.length + at] = other;
          }
        }
      }
      next[at] = score + emitted;
    });
    scores = next;
  }
  const path = new Int32Array(frames);
  let at = last.reduce((best, other) => ((scores[other] as number) > (scores[best] as number) ? other : best));
  for (let frame = frames - 1; frame >= 0; frame--) {
    path[frame] = at;
    at = from[frame * states.length + at] as number;
  }
  return path;
}

function bestSymbol(data: Float32Array, at: number, symbols: number): number {
  let best = -Infinity;
  for (let symbol = 1; symbol < symbols; symbol++) best = Math.max(best, data[at + symbol] as number);
  return best;
}
