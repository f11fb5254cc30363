import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { fileName } from '../../base/file-name';
import { makePrivateFolder, writeWholeFile } from '../../base/journal/write-file';
import { ifMissing } from '../../base/missing-file';
import { localTime } from './csv';
import type { ResultRecord } from './records';

/** Longest part of a sentence in a file's name, characters. */
const MAX_SENTENCE = 30;
/** The same of a seat or a learner's name. */
const MAX_SEAT = 20;

/** A name that `keep` gives, also of a file that was not finished. */
const OWN_NAME = /^\d{4}-\d\d-\d\d .* - \d+\.wav(\.new)?$/u;

/** The recordings of a class: WAV files with names that a person can read. */
export interface Recordings {
  /** Writes a file and returns its name, such as `2026-12-02 10.45.07 - 3 - 안녕하세요 - 17.wav`. */
  readonly keep: (wav: Uint8Array, result: Pick<ResultRecord, 'at' | 'id' | 'seat' | 'text'>) => Promise<string>;
  /** Undefined where the file is not there any more. */
  readonly read: (file: string) => Promise<Buffer | undefined>;
  readonly remove: (files: readonly string[]) => Promise<void>;
  /** Removes files of this class that no result names: the power went between a recording and its result, or before the
   *  recordings of a learner who took the consent back were removed. */
  readonly sweep: (named: ReadonlySet<string>) => Promise<void>;
}

export function recordingsIn(folder: string): Recordings {
  async function remove(files: readonly string[]): Promise<void> {
    await Promise.all(files.map((file) => rm(join(folder, file), { force: true })));
  }
  return {
    remove,
    sweep: async (named) => {
      const files = await readdir(folder).catch(ifMissing([]));
      await remove(files.filter((file) => OWN_NAME.test(file) && !named.has(file)));
    },
    keep: async (wav, { at, id, seat, text }) => {
      const [when, whose] = [localTime(at).replaceAll(':', '.'), fileName(seat ?? 'unknown seat', MAX_SEAT)];
      const name = `${when} - ${whose} - ${fileName(text, MAX_SENTENCE)} - ${id}.wav`;
      await makePrivateFolder(folder);
      await writeWholeFile(join(folder, name), [wav]);
      return name;
    },
    read: (file) => readFile(join(folder, file)).catch(ifMissing(undefined)),
  };
}
