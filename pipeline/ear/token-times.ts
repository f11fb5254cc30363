/** Frames to each side that a running median looks at. */
const MEDIAN_REACH = 3;

/** Attention of some heads: heads x tokens x frames, row-major. */
export interface Attention {
  readonly data: Float32Array;
  readonly heads: number;
  readonly tokens: number;
  readonly frames: number;
}

/**
 * Where each token begins, in frames, by the way on which the tokens are looked for in the recording: each head's weights
 * are standardised over the tokens, smoothed along time by a running median and averaged, and dynamic time warping finds
 * the way of the largest sum. As the timestamps of Whisper (Radford et al., 2022; OpenAI's whisper/timing.py).
 * @returns one place a token, rising
 */
export function tokenStarts({ data, heads, tokens, frames }: Attention): Int32Array {
  const weights = new Float64Array(tokens * frames);
  const column = new Float64Array(tokens);
  const standard = new Float64Array(tokens * frames);
  for (let head = 0; head < heads; head++) {
    const at = head * tokens * frames;
    for (let frame = 0; frame < frames; frame++) {
      for (let token = 0; token < tokens; token++) column[token] = data[at + token * frames + frame] as number;
      const { mean, deviation } = momentsOf(column);
      for (let token = 0; token < tokens; token++) {
        standard[token * frames + frame] = ((column[token] as number) - mean) / deviation;
      }
    }
    for (let token = 0; token < tokens; token++) addMedians(weights, standard, token * frames, frames);
  }
  return startsOfBestWay(weights, tokens, frames);
}

function momentsOf(values: Float64Array): { mean: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / values.length - mean * mean)) || 1 };
}

/** Adds the running median of `from[at .. at + length)` to the same places of `to`; at the ends of what is there. */
function addMedians(to: Float64Array, from: Float64Array, at: number, length: number): void {
  const window = new Float64Array(2 * MEDIAN_REACH + 1);
  for (let i = 0; i < length; i++) {
    const [first, last] = [Math.max(0, i - MEDIAN_REACH), Math.min(length - 1, i + MEDIAN_REACH)];
    let filled = 0;
    for (let k = first; k <= last; k++) {
      const value = from[at + k] as number;
      let place = filled++;
      for (; place > 0 && (window[place - 1] as number) > value; place--) window[place] = window[place - 1] as number;
      window[place] = value;
    }
    to[at + i] = (to[at + i] as number) + (window[filled >> 1] as number);
  }
}

/** The way from the first token and frame to the last ones, each step to the next frame, the next token, or both. */
function startsOfBestWay(weights: Float64Array, tokens: number, frames: number): Int32Array {
  const sums = new Float64Array(tokens * frames).fill(-Infinity);
  const isNextToken = new Uint8Array(tokens * frames);
  for (let token = 0; token < tokens; token++) {
    for (let frame = 0; frame < frames; frame++) {
      const at = token * frames + frame;
      const stay = frame > 0 ? (sums[at - 1] as number) : -Infinity;
      const move = token > 0 && frame > 0 ? (sums[at - frames - 1] as number) : -Infinity;
      // Two tokens in one frame: a short word, or one that was never said.
      const jump = token > 0 ? (sums[at - frames] as number) : -Infinity;
      const best = Math.max(stay, move, jump);
      isNextToken[at] = best === stay ? 0 : best === move ? 1 : 2;
      sums[at] = (at === 0 ? 0 : best) + (weights[at] as number);
    }
  }
  const starts = new Int32Array(tokens);
  let token = tokens - 1;
  let frame = frames - 1;
  while (token > 0) {
    const step = isNextToken[token * frames + frame] as number;
    if (step === 0) frame--;
    else {
      starts[token] = frame;
      token--;
      if (step === 1) frame--;
    }
  }
  return starts;
}
