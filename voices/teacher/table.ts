import { join } from 'node:path';
import * as v from 'valibot';
import { phrase, PronError, type ErrorDetail } from '../../base/errors';
import { FileFault, findFile, readText } from '../../base/files';
import { WORD } from '../../pipeline/facts';

/** Beside the recordings of a teacher: which of them says what. */
export const TABLE_FILE = 'recordings.json';

const MAX_TABLE_BYTES = 10_000_000;

const TAKE = v.object({
  /** In the folder of the table. */
  file: v.string(),
  /** BCP 47 tag. */
  language: v.string(),
  /** Exactly what is said. */
  text: v.string(),
  /** When, where somebody knows: the ear that has listened to the take. */
  words: v.optional(v.pipe(v.array(WORD), v.readonly())),
});

/** A recording of a teacher. */
export type Take = v.InferOutput<typeof TAKE>;

/** The recordings of a teacher, in the order in which they were kept. */
export interface VoiceTable {
  /** The teacher's name, which may hold characters that a folder's name may not. */
  readonly name: string;
  readonly recordings: readonly Take[];
}

const TABLE = v.object({ name: v.string(), recordings: v.array(v.unknown()) });

/**
 * The table in a folder; undefined where there is none. Lines that are not understood are left out: a person may have written them.
 * @throws PronError PRON_VOICE_TABLE where the file is no table, so that nobody writes over it
 */
export async function readTable(folder: string): Promise<VoiceTable | undefined> {
  const file = join(folder, TABLE_FILE);
  const fault = (reason: ErrorDetail): PronError => new PronError('PRON_VOICE_TABLE', { file, reason });
  try {
    const { name, recordings } = v.parse(TABLE, JSON.parse(await readText(await findFile(file, MAX_TABLE_BYTES))));
    return { name, recordings: recordings.filter((one) => v.is(TAKE, one)) };
  } catch (error) {
    if (!(error instanceof FileFault)) throw fault(phrase('noVoiceTable'));
    if (error.kind === 'missing') return undefined;
    throw fault(error.reason);
  }
}

/** The text of the file. */
export function tableText(table: VoiceTable): string {
  return `${JSON.stringify(table, null, 2)}\n`;
}
