import type { Values } from '../inference';
import type { Ear, Listened, Memory, Said } from './ear';

/** What the decoder says of each token of a text that it is given ("teacher forcing"), one place a token. */
export interface Pass extends Pick<Said, 'logProbability' | 'gap' | 'entropy' | 'best' | 'bestLogProbability' | 'hidden' | 'attention'> {
  readonly prompt: readonly number[];
  readonly ids: readonly number[];
  /** Of the prompt and of all tokens but the last. */
  readonly memory: Memory;
}

/**
 * One pass over a text, no search. Where an earlier pass over the same recording begins with the same tokens, only the tokens
 * after them are decoded.
 */
export async function passOver(ear: Ear, heard: Listened, prompt: readonly number[], ids: readonly number[], earlier?: Pass): Promise<Pass> {
  const same = earlier === undefined ? 0 : Math.min(sameStart(earlier.ids, ids), ids.length - 1);
  const all = [...prompt, ...ids];
  const from = earlier === undefined ? 0 : prompt.length - 1 + same;
  const said = await ear.say(heard, all.slice(from, -1), all.slice(from + 1), earlier && firstPlaces(earlier.memory, from));
  const skipped = earlier === undefined ? prompt.length - 1 : 0;
  const { size } = heard;
  const joined = (name: 'logProbability' | 'gap' | 'entropy' | 'best' | 'bestLogProbability' | 'hidden', width = 1): Float32Array => {
    const out = new Float32Array(ids.length * width);
    if (earlier !== undefined) out.set(earlier[name].subarray(0, same * width));
    out.set(said[name].subarray(skipped * width), same * width);
    return out;
  };
  return {
    prompt,
    ids,
    logProbability: joined('logProbability'),
    gap: joined('gap'),
    entropy: joined('entropy'),
    best: joined('best'),
    bestLogProbability: joined('bestLogProbability'),
    hidden: joined('hidden', size),
    attention: joinedRows(earlier?.attention, same, said.attention, skipped),
    memory: said.memory,
  };
}

/** How many places at their beginnings are the same. */
export function sameStart(a: readonly number[], b: readonly number[]): number {
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
  return same;
}

/** What the decoder remembered at an earlier place. */
export function firstPlaces(memory: Memory, places: number): Memory {
  return { keys: columns(memory.keys, 0, places), values: columns(memory.values, 0, places) };
}

/** Of each head the first `same` rows of one, and the rows from `skipped` on of the other. */
function joinedRows(first: Values | undefined, same: number, second: Values, skipped: number): Values {
  const after = skipped === 0 ? second : columns(second, skipped, second.dims[1] ?? 0);
  if (first === undefined) return after;
  const before = columns(first, 0, same);
  const [heads = 0, rows = 0, width = 0] = after.dims;
  const data = new Float32Array(heads * (same + rows) * width);
  for (let head = 0; head < heads; head++) {
    const at = head * (same + rows) * width;
    data.set(before.data.subarray(head * same * width, (head + 1) * same * width), at);
    data.set(after.data.subarray(head * rows * width, (head + 1) * rows * width), at + same * width);
  }
  return { data, dims: [heads, same + rows, width] };
}

/** The places `from` to `to` (not included) of the middle one of three axes. */
function columns({ data, dims }: Values, from: number, to: number): Values {
  const [layers = 0, places = 0, size = 0] = dims;
  const out = new Float32Array(layers * (to - from) * size);
  for (let layer = 0; layer < layers; layer++) {
    out.set(data.subarray((layer * places + from) * size, (layer * places + to) * size), layer * (to - from) * size);
  }
  return { data: out, dims: [layers, to - from, size] };
}
