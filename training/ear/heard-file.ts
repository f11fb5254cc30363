import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Listened } from '../../engine/ear/ear';
import type { TokenNumbers, TokenVectors } from '../../pipeline/ear/judge/inputs';

/** What the command `ear` wrote of a recording. */
interface HeardFile {
  readonly words: readonly string[];
  readonly numbers: TokenNumbers;
  readonly vectors: TokenVectors;
  readonly listened: Listened;
}

const NOTHING = { data: new Float32Array(0), dims: [0] };

export async function readHeard(folder: string, id: string): Promise<HeardFile> {
  const facts = JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')) as TokenNumbers & {
    readonly words: readonly string[];
    readonly frames: number;
    readonly size: number;
  };
  const bytes = await readFile(join(folder, `${id}.f32`));
  const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const { frames, size } = facts;
  let at = 0;
  const next = (rows: number): Float32Array => all.subarray(at, (at += rows * size));
  const tokens = facts.ids.length;
  const vectors = { hidden: next(tokens), context: next(tokens), context4: next(tokens) };
  const listened = { frames, size, block4: next(frames), block5: next(frames), last: next(frames), cross: { keys: NOTHING, values: NOTHING } };
  return { words: facts.words, numbers: facts, vectors, listened };
}
