import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { phrase, PronError } from '../base/errors';
import { earManifestSchema, type EarManifest } from '../pipeline/ear/manifest';
import * as v from 'valibot';
import { brokenPhones, findOwnPhones, PHONES_VARIABLE, type OwnPhones } from './own-phones';
import { faultIn } from './schema-fault';

export const EAR_PACKAGE = '@makerspeech/pronunciation-ear';

/** The library that reads the vocabulary, as far as it is used. */
export interface Tokenizer {
  encode(text: string, options: { add_special_tokens: boolean }): { readonly ids: number[] };
  decode(ids: number[], options: { skip_special_tokens: boolean }): string;
  token_to_id(token: string): number | undefined;
}

/** The ear's package, installed. */
export interface FoundEar {
  readonly folder: string;
  readonly manifest: EarManifest;
  /** A school's own probe, which takes the place of the ear's. */
  readonly own?: OwnPhones | undefined;
  readonly Tokenizer: new (json: object, config: object) => Tokenizer;
}

/**
 * Bytes that a machine must have: the engine takes up to 350 MB with the ear, by WebAssembly up to 500 MB, Node-RED and the
 * system the rest.
 */
export const LEAST_MEMORY = { native: 900e6, wasm: 1200e6 } as const;

/** Why there is no ear here; null where there is one. Looks at nothing but the package and the machine's memory. */
export function earFault(memory = totalmem()): PronError | null {
  if (earFolder() === undefined) {
    return new PronError('PRON_NO_EAR', { reason: phrase('earNotInstalled', { package: EAR_PACKAGE }) });
  }
  return earMemoryFault('native', memory);
}

/** Whether the machine has too little memory for the ear by this runtime; null where it has enough. */
export function earMemoryFault(runtime: keyof typeof LEAST_MEMORY, memory = totalmem()): PronError | null {
  if (memory >= LEAST_MEMORY[runtime]) return null;
  const [have = 0, need = 0] = [memory, LEAST_MEMORY[runtime]].map((bytes) => Math.round(bytes / 1e6));
  return new PronError('PRON_NO_EAR', { reason: phrase('earMemory', { have, need }) });
}

/** What only says that the ear can't hear this recording, which can still be scored. */
const WITHOUT_EAR: ReadonlySet<string> = new Set(['PRON_NO_EAR', 'PRON_EAR_LANGUAGE', 'PRON_EAR_LONG']);

/** Whether a recording is scored without the ear after this error of a hear job. */
export function isScoredWithoutEar(error: unknown): error is PronError {
  return error instanceof PronError && WITHOUT_EAR.has(error.code);
}

function earFolder(): string | undefined {
  try {
    return join(createRequire(__filename).resolve(EAR_PACKAGE), '..');
  } catch {
    return undefined;
  }
}

/** @param phones folder of a school's own probe; '' for none @throws PronError PRON_NO_EAR, PRON_EAR_BROKEN, PRON_PHONES_BROKEN */
export async function findEar(phones = process.env[PHONES_VARIABLE] ?? ''): Promise<FoundEar> {
  const fault = earFault();
  if (fault !== null) throw fault;
  const { folder, Tokenizer } = createRequire(__filename)(EAR_PACKAGE) as Pick<FoundEar, 'folder' | 'Tokenizer'>; // ear/index.js
  const text = await readFile(join(folder, 'ear.json'), 'utf8').catch((error: unknown) => {
    throw new PronError('PRON_EAR_BROKEN', { reason: phrase('fileNotRead', { file: 'ear.json', reason: (error as Error).message }) });
  });
  return withOwnPhones({ folder, Tokenizer, manifest: checkedManifest(text) }, await findOwnPhones(phones));
}

/** @throws PronError PRON_PHONES_BROKEN where they were made for another ear */
function withOwnPhones(found: FoundEar, own: OwnPhones | undefined): FoundEar {
  if (own === undefined) return found;
  const { manifest } = found;
  const { language, graph, base, tokens } = own.file;
  const probe = manifest.probes[language];
  if (probe?.graph !== graph || manifest.checksums[graph] !== base || probe.tokens.length !== tokens.length) {
    throw brokenPhones(own.folder, phrase('otherEar'));
  }
  const all = probe.tokens.map((count, i) => count + (tokens[i] as number));
  return { ...found, own, manifest: { ...manifest, probes: { ...manifest.probes, [language]: { ...probe, tokens: all } } } };
}

function checkedManifest(text: string): EarManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new PronError('PRON_EAR_BROKEN', { reason: phrase('manifestNoJson', { reason: (error as Error).message }) });
  }
  if (v.is(earManifestSchema, value)) return value;
  throw new PronError('PRON_EAR_BROKEN', { reason: phrase('manifestKey', { ...faultIn(earManifestSchema, value) }) });
}

/** One of the ear's files, checked against its checksum: a broken download would hear nonsense. @throws PronError PRON_EAR_BROKEN */
export async function readEarFile({ folder, manifest, own }: FoundEar, file: string): Promise<Buffer> {
  if (own?.file.graph === file) return readOwnGraph(own);
  const bytes = await readFile(join(folder, file)).catch(() => {
    throw new PronError('PRON_EAR_BROKEN', { reason: phrase('fileMissing', { file }) });
  });
  if (createHash('sha256').update(bytes).digest('hex') === manifest.checksums[file]) return bytes;
  throw new PronError('PRON_EAR_BROKEN', { reason: phrase('fileChanged', { file }) });
}

/** @throws PronError PRON_PHONES_BROKEN */
async function readOwnGraph({ folder, file }: OwnPhones): Promise<Buffer> {
  const bytes = await readFile(join(folder, file.graph)).catch(() => {
    throw brokenPhones(folder, phrase('fileMissing', { file: file.graph }));
  });
  if (createHash('sha256').update(bytes).digest('hex') === file.sha256) return bytes;
  throw brokenPhones(folder, phrase('fileChanged', { file: file.graph }));
}
