import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { phrase, PronError, type Phrase } from '../base/errors';
import { phonesFileSchema, type PhonesFile } from '../pipeline/ear/phones-file';
import { faultIn } from './schema-fault';

/** Names the folder with a school's own phone probe. */
export const PHONES_VARIABLE = 'PRONUNCIATION_PHONES';
export const PHONES_FILE = 'phones-ko.json';

/** A school's own phone probe. */
export interface OwnPhones {
  readonly folder: string;
  readonly file: PhonesFile;
}

/** The probe in a folder; undefined where there is none. @param folder '' for none @throws PronError PRON_PHONES_BROKEN */
export async function findOwnPhones(folder: string): Promise<OwnPhones | undefined> {
  if (folder === '') return undefined;
  const path = join(folder, PHONES_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw brokenPhones(folder, phrase('fileNotRead', { file: PHONES_FILE, reason: (error as Error).message }));
  }
  return { folder, file: checked(text, folder) };
}

/** @throws PronError PRON_PHONES_BROKEN */
function checked(text: string, folder: string): PhonesFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw brokenPhones(folder, phrase('noJson', { reason: (error as Error).message }));
  }
  if (v.is(phonesFileSchema, value)) return value;
  throw brokenPhones(folder, phrase('manifestKey', { ...faultIn(phonesFileSchema, value) }));
}

export function brokenPhones(folder: string, reason: Phrase): PronError {
  return new PronError('PRON_PHONES_BROKEN', { folder, reason });
}
