import { LRUCache } from 'lru-cache';
import { tokenStarts } from '../../pipeline/ear/token-times';
import type { SpelledText } from '../../pipeline/ear/spelling';
import type { Ear, Listened } from './ear';
import { passOver, type Pass } from './pass';
import { silenceFor } from './silence';
import type { EarTokens } from './tokens';

/** Tokens of the texts whose passes over silence are kept, 30 kB each. */
const KEPT_TOKENS = 200;

/** The tokens of a text, the closing mark and the end among them. */
export interface TextTokens {
  readonly ids: readonly number[];
  /** The word that a token belongs to; -1 for the closing mark and the end. */
  readonly wordOf: readonly number[];
}

/** A text as the decoder was taught it: one place a token. What costs time is computed when it is first asked for. */
export interface Taught extends TextTokens {
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
  /** The passes over the recording and over silence. */
  readonly passes: Readonly<Record<'heard' | 'silence', Pass>>;
}

/**
 * One pass over a whole text, no search ("teacher forcing"). @param prompt the language's
 * @param earlier of the same recording: what both texts begin with is not decoded again
 */
export type Teach = (heard: Listened, text: SpelledText, prompt: readonly number[], earlier?: Taught) => Promise<Taught>;

export function createTeacher(ear: Ear): Teach {
  const kept = new LRUCache<string, Pass>({ maxSize: KEPT_TOKENS, sizeCalculation: ({ ids }) => ids.length });

  /** Over silence. People say the same text again and again: only a text that was not expected lately is decoded. */
  async function expectedOf(prompt: readonly number[], ids: readonly number[]): Promise<Pass> {
    const key = [...prompt, ...ids].join(' ');
    const before = kept.get(key);
    if (before !== undefined) return before;
    const pass = await passOver(ear, await silenceFor(ear), prompt, ids);
    kept.set(key, pass);
    return pass;
  }

  return async (heard, text, prompt, earlier) => {
    const tokens = textTokens(ear.tokens, text);
    const pass = await passOver(ear, heard, prompt, tokens.ids, earlier?.passes.heard);
    const silence =
      earlier === undefined
        ? await expectedOf(prompt, tokens.ids)
        : await passOver(ear, await silenceFor(ear), prompt, tokens.ids, earlier.passes.silence);
    return taughtOf(heard, tokens, pass, silence);
  };
}

/** The tokens of a spelled text, word by word. */
export function textTokens(tokens: EarTokens, { pieces, end }: SpelledText): TextTokens {
  const perWord = pieces.map((piece) => tokens.encode(piece));
  const ids = [...perWord.flat(), ...tokens.encode(end), tokens.end];
  const wordOf = perWord.flatMap((own, word) => own.map(() => word));
  while (wordOf.length < ids.length) wordOf.push(-1);
  return { ids, wordOf };
}

function taughtOf(heard: Listened, { ids, wordOf }: TextTokens, pass: Pass, silence: Pass): Taught {
  const { data, dims } = pass.attention;
  const [heads = 0, tokens = 0, frames = 0] = dims;
  const mean = once(() => meanOfHeads(data, heads, tokens, frames));
  const starts = once(() => tokenStarts({ data, heads, tokens, frames }));
  const context = once(() => weighted(mean(), heard.last, tokens, frames, heard.size));
  const context4 = once(() => weighted(mean(), heard.block4, tokens, frames, heard.size));
  const peak = once(() => Float32Array.from(ids, (_, i) => Math.max(...mean().subarray(i * frames, (i + 1) * frames))));
  const { logProbability, gap, entropy, best, hidden } = pass;
  return {
    ids,
    wordOf,
    logProbability,
    expected: silence.logProbability,
    gap,
    entropy,
    best,
    hidden,
    passes: { heard: pass, silence },
    get starts() {
      return starts();
    },
    get context() {
      return context();
    },
    get context4() {
      return context4();
    },
    get peak() {
      return peak();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: compute() }).of;
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
    const own = weights.subarray(token * frames, (token + 1) * frames);
    for (let frame = 0; frame < frames; frame += TOGETHER) addFour(row, own, rows, frame);
  }
  return out;
}

/** Four rows are added at a time: each place of the sum is read and written once for all of them. */
const TOGETHER = 4;

function addFour(sum: Float32Array, weights: Float32Array, rows: Float32Array, frame: number): void {
  const size = sum.length;
  const last = weights.length - 1;
  const weight = (k: number): number => (frame + k > last ? 0 : (weights[frame + k] as number));
  const place = (k: number): number => Math.min(frame + k, last) * size;
  const [a, b, c, d] = [weight(0), weight(1), weight(2), weight(3)];
  const [atA, atB, atC, atD] = [place(0), place(1), place(2), place(3)];
  for (let i = 0; i < size; i++) {
    sum[i] =
      (sum[i] as number) +
      (a * (rows[atA + i] as number) + b * (rows[atB + i] as number) + c * (rows[atC + i] as number) + d * (rows[atD + i] as number));
  }
}
