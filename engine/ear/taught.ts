import { tokenStarts } from '../../pipeline/ear/token-times';
import type { SpelledText } from '../../pipeline/ear/spelling';
import { earSilence } from '../../pipeline/ear/samples';
import type { Ear, Listened } from './ear';

/** A text as the decoder was taught it: one place a token, the closing mark and the end among them. */
export interface Taught {
  readonly ids: readonly number[];
  /** The word that a token belongs to; -1 for the closing mark and the end. */
  readonly wordOf: readonly number[];
  readonly logProbability: Float32Array;
  /** The same where the ear hears silence: what the language model expects anyway. */
  readonly expected: Float32Array;
  readonly gap: Float32Array;
  readonly entropy: Float32Array;
  readonly best: Float32Array;
  /** Where the token begins, frames. */
  readonly starts: Int32Array;
  /** ids.length x size. */
  readonly hidden: Float32Array;
  /** The encoder's last frames, weighted by the heads' mean attention: ids.length x size. */
  readonly context: Float32Array;
  /** The same of its fourth block. */
  readonly context4: Float32Array;
  /** The largest attention weight of each token. */
  readonly peak: Float32Array;
}

const SILENCE_SECONDS = 3;

/** One pass over a whole text, no search ("teacher forcing"). @param prompt the language's */
export type Teach = (heard: Listened, text: SpelledText, prompt: readonly number[]) => Promise<Taught>;

/** Silence is heard once, and kept. */
export function createTeacher(ear: Ear): Teach {
  let silence: Promise<Listened> | undefined;

  return async (heard, { pieces, end }, prompt) => {
    const perWord = pieces.map((piece) => ear.tokens.encode(piece));
    const ids = [...perWord.flat(), ...ear.tokens.encode(end), ear.tokens.end];
    const wordOf = perWord.flatMap((tokens, word) => tokens.map(() => word));
    while (wordOf.length < ids.length) wordOf.push(-1);
    const given = [...prompt, ...ids.slice(0, -1)];
    const targets = [...prompt.slice(1), ...ids];
    const said = await ear.say(heard, given, targets);
    const nothing = await ear.say(await (silence ??= ear.listen(earSilence(SILENCE_SECONDS))), given, targets);
    const first = prompt.length - 1;
    const [heads = 0, , frames = 0] = said.attention.dims;
    const attention = rowsOf(said.attention.data, heads, given.length, frames, first);
    const mean = meanOfHeads(attention, heads, ids.length, frames);
    const { size } = heard;
    return {
      ids,
      wordOf,
      logProbability: said.logProbability.slice(first),
      expected: nothing.logProbability.slice(first),
      gap: said.gap.slice(first),
      entropy: said.entropy.slice(first),
      best: said.best.slice(first),
      starts: tokenStarts({ data: attention, heads, tokens: ids.length, frames }),
      hidden: said.hidden.slice(first * size),
      context: weighted(mean, heard.last, ids.length, frames, size),
      context4: weighted(mean, heard.block4, ids.length, frames, size),
      peak: Float32Array.from(ids, (_, i) => Math.max(...mean.subarray(i * frames, (i + 1) * frames))),
    };
  };
}

/** Of each head the rows from `first` on. */
function rowsOf(data: Float32Array, heads: number, tokens: number, frames: number, first: number): Float32Array {
  const kept = (tokens - first) * frames;
  const out = new Float32Array(heads * kept);
  for (let head = 0; head < heads; head++) {
    const start = (head * tokens + first) * frames;
    out.set(data.subarray(start, start + kept), head * kept);
  }
  return out;
}

/** tokens x frames; each row sums to 1. */
function meanOfHeads(attention: Float32Array, heads: number, tokens: number, frames: number): Float32Array {
  const cells = tokens * frames;
  const out = new Float32Array(cells);
  for (let i = 0; i < heads * cells; i++) out[i % cells] = (out[i % cells] as number) + (attention[i] as number) / heads;
  return out;
}

function weighted(weights: Float32Array, rows: Float32Array, tokens: number, frames: number, size: number): Float32Array {
  const out = new Float32Array(tokens * size);
  for (let token = 0; token < tokens; token++) {
    const row = out.subarray(token * size, (token + 1) * size);
    for (let frame = 0; frame < frames; frame++) {
      const weight = weights[token * frames + frame] as number;
      for (let i = 0; i < size; i++) row[i] = (row[i] as number) + weight * (rows[frame * size + i] as number);
    }
  }
  return out;
}
