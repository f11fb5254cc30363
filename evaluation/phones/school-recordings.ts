import { readdir } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { readTextFile } from '../../base/command-line/text-file';
import { UsageError } from '../../base/command-line/usage-error';
import { readTable, requireColumns } from '../../base/table/table';
import { findBeside } from '../table/beside';

/** A recording of a school with its text. */
export interface SchoolRecording {
  readonly path: string;
  /** As people know it. */
  readonly name: string;
  readonly text: string;
  /** Who speaks; '' where nobody says. */
  readonly speaker: string;
}

export interface FoundRecordings {
  readonly recordings: readonly SchoolRecording[];
  /** Names of recordings that have no text. */
  readonly without: readonly string[];
}

const SOUNDS = ['.wav', '.flac', '.opus', '.ogg', '.mp3', '.m4a', '.webm', '.aac'];
const COLUMNS = ['file', 'text'];

/**
 * The recordings of a table with the columns file and text, or those of a folder: with the one table in it, or else with a .txt
 * beside each. Who speaks is in the table's column speaker, or is the name of the folder below it.
 * @throws UsageError
 */
export async function findRecordings(folder: string, table: string | undefined): Promise<FoundRecordings> {
  const names = (await readdir(folder, { recursive: true }).catch(() => {
    throw new UsageError(`There is no folder ${folder}.`);
  })).sort();
  const tables = names.filter((name) => ['.tsv', '.csv'].includes(extname(name).toLowerCase()));
  if (table !== undefined) return fromTable(table);
  if (tables.length > 1) throw new UsageError(`There are several tables in ${folder}: ${tables.join(', ')}. Name one with --texts.`);
  if (tables[0] !== undefined) return fromTable(join(folder, tables[0]));
  const sounds = names.filter((name) => SOUNDS.includes(extname(name).toLowerCase()));
  const texts = new Map(names.filter((name) => extname(name).toLowerCase() === '.txt').map((name) => [stemOf(name), name]));
  const recordings = sounds.flatMap((name) => {
    const text = texts.get(stemOf(name));
    return text === undefined ? [] : [{ path: join(folder, name), name, file: join(folder, text), speaker: speakerOf(name) }];
  });
  const read = await Promise.all(recordings.map(async ({ file, ...rest }) => ({ ...rest, text: (await readTextFile(file)).trim() })));
  return { recordings: read, without: sounds.filter((name) => !texts.has(stemOf(name))) };
}

async function fromTable(path: string): Promise<FoundRecordings> {
  const table = await readTable(path);
  requireColumns(table, path, COLUMNS);
  const rows = table.rows.map(({ fields }) => fields).filter(({ file }) => (file ?? '') !== '');
  const recordings = await Promise.all(
    rows.map(async ({ file = '', text = '', speaker }): Promise<SchoolRecording> => {
      const found = await findBeside(path, file);
      return { path: found, name: file, text: text.trim(), speaker: speaker ?? speakerOf(relative(dirname(path), found)) };
    }),
  );
  return { recordings: recordings.filter(({ text }) => text !== ''), without: recordings.flatMap(({ name, text }) => (text === '' ? [name] : [])) };
}

function stemOf(name: string): string {
  return name.slice(0, name.length - extname(name).length).normalize('NFC');
}

/** The folder that a recording is in, below the school's. */
function speakerOf(name: string): string {
  const folder = dirname(name);
  return folder === '.' ? '' : folder;
}
