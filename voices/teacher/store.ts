import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PronError } from '../../base/errors';
import { fileName, isSameName } from '../../base/file-name';
import { makePrivateFolder, syncFolder, writeWholeFile } from '../../base/journal/write-file';
import { ifMissing } from '../../base/missing-file';
import { createTaskQueue } from '../../base/serialise';
import { folderName, folderOf, foldersIn } from './folders';
import { takesOf } from './find-take';
import { readTable, TABLE_FILE, tableText, type Take, type VoiceTable } from './table';

/** Longest part of a sentence in a file's name, characters. */
const MAX_SENTENCE = 50;
/** More teachers and recordings than a school has. */
const MAX_VOICES = 50;
const MAX_RECORDINGS = 5000;

/** A text that a teacher has recorded. */
export interface RecordedText {
  readonly language: string;
  readonly text: string;
}

/** A teacher, and what there is of them. */
export interface TeacherVoice {
  readonly name: string;
  readonly recordings: readonly RecordedText[];
}

/** A take to be kept. */
export interface NewTake extends Omit<Take, 'file'> {
  readonly teacher: string;
  readonly wav: Uint8Array;
}

/** The voices of teachers in a folder. */
export interface VoiceStore {
  /** Those that can be read. */
  readonly list: () => Promise<readonly TeacherVoice[]>;
  /** Writes the take, and after it the table. @returns its path within the folder of voices */
  readonly keep: (take: NewTake) => Promise<string>;
  /** Removes the teacher's folder with everything in it. @returns how many files are left: 0 proves that all are gone */
  readonly remove: (teacher: string) => Promise<number>;
}

/** Several nodes may write into one folder. */
const enqueue = createTaskQueue();

/**
 * The voices in a folder. Its methods reject with the file system's errors.
 * @param mostTakes of a text: the oldest goes beyond that
 */
export function openVoices(root: string, mostTakes: number): VoiceStore {
  async function list(): Promise<readonly TeacherVoice[]> {
    const voices = await Promise.all((await foldersIn(root)).map((name) => readTable(join(root, name)).catch(() => undefined)));
    return voices.flatMap((table) => (table === undefined ? [] : [{ name: table.name, recordings: textsOf(table) }]));
  }

  async function keep({ teacher, wav, ...take }: NewTake): Promise<string> {
    const folder = (await folderOf(root, teacher)) ?? join(root, folderName(teacher));
    const table = (await readTable(folder)) ?? { name: teacher, recordings: [] };
    const isFull = table.recordings.length >= MAX_RECORDINGS || (table.recordings.length === 0 && (await foldersIn(root)).length >= MAX_VOICES);
    if (isFull) throw new PronError('PRON_VOICE_FULL', { voices: MAX_VOICES, recordings: MAX_RECORDINGS });
    await makePrivateFolder(folder);
    const file = await freeName(folder, take.text);
    await writeWholeFile(join(folder, file), [wav]);
    const gone = takesOf(table, take.text, take.language).slice(mostTakes - 1);
    const recordings = [...table.recordings.filter((one) => !gone.includes(one)), { file, ...take }];
    await writeWholeFile(join(folder, TABLE_FILE), [tableText({ name: table.name, recordings })]);
    await Promise.all(gone.filter((one) => isOwnFile(one.file)).map((one) => rm(join(folder, one.file), { force: true })));
    return `${folder.slice(root.length + 1)}/${file}`;
  }

  async function remove(teacher: string): Promise<number> {
    const folder = await folderOf(root, teacher);
    if (folder === undefined) return 0;
    await rm(folder, { recursive: true, force: true });
    await syncFolder(root);
    return (await readdir(folder, { recursive: true }).catch(ifMissing([]))).length;
  }

  return { list, keep: (take) => enqueue(() => keep(take)), remove: (teacher) => enqueue(() => remove(teacher)) };
}

/** A table may be written by hand, so a name in it may be a path: such a file is not removed. */
const isOwnFile = (file: string): boolean => /^[^\\/]+ - \d+\.wav$/.test(file);

/** `기차도 전기도 없었다 - 2.wav`, the first that nothing in the folder has. */
async function freeName(folder: string, text: string): Promise<string> {
  const taken = await readdir(folder);
  for (let take = 1; ; take++) {
    const name = `${fileName(text, MAX_SENTENCE)} - ${take}.wav`;
    if (!taken.some((one) => isSameName(one, name) || isSameName(one, `${name}.new`))) return name;
  }
}

/** Each text once. */
function textsOf({ recordings }: VoiceTable): readonly RecordedText[] {
  return [...new Map(recordings.map(({ language, text }) => [`${language}\n${text}`, { language, text }])).values()];
}
