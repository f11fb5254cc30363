import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Tolerance {
  readonly exact?: boolean;
  readonly maxAbs?: number;
  readonly maxAbsDb?: number;
  readonly maxAbsGray?: number;
  readonly meanAbs?: number;
  readonly minSnrDb?: number;
  readonly rel?: number;
  readonly relToMax?: number;
  readonly note?: string;
}

/** One stored result of the reference tools. */
export interface Entry {
  readonly id: string;
  readonly input: string | readonly string[] | null;
  readonly operation: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly of?: string | readonly string[];
  readonly file?: string;
  readonly png?: string;
  readonly value?: unknown;
  readonly shape?: readonly number[];
  readonly slice?: string;
  readonly fullShape?: readonly number[];
  readonly fullStats?: { readonly min: number; readonly max: number; readonly mean: number; readonly rms: number; readonly sha256_float32_C: string };
  readonly exactStable?: Readonly<Record<string, boolean>>;
  readonly trim?: readonly number[];
  readonly tolerance: Tolerance;
}

export interface Input {
  readonly file: string;
  readonly sampleRate: number;
}

export interface Manifest {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly entries: readonly Entry[];
}

/** A folder of golden data: `manifest.json` and the files it names. */
export interface GoldenFolder {
  readonly root: string;
  readonly manifest: Manifest;
}

const REPOSITORY = join(__dirname, '..', '..');

/** All of the data, which lies beside the repository where there is some. */
export const FULL_GOLDEN = join(REPOSITORY, '..', 'shared', 'golden');
/** The part of it that is in the repository. */
export const SMALL_GOLDEN = join(REPOSITORY, 'test', 'fixtures', 'golden');

export function openGolden(root: string): GoldenFolder | undefined {
  const path = join(root, 'manifest.json');
  if (!existsSync(path)) return undefined;
  return { root, manifest: JSON.parse(readFileSync(path, 'utf8')) as Manifest };
}
