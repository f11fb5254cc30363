import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { findModel } from '../../models/store';
import type { MelFeatures } from '../../pipeline/types';
import type { Command } from '../../base/command-line/command';
import { createNpy, type NpyWriter } from './npy';
import { extractAll } from './pool';
import type { Extract, Filter } from './extract';
import { countOption, modelFolders, needed, readOptions } from '../../base/command-line/options';
import { progressLine } from '../../base/command-line/progress';
import { readTable, requireColumns, type Row } from '../../base/table/table';
import { UsageError } from '../../base/command-line/usage-error';

const help = `node tools/run.mjs training features --list files.tsv --model NAME --out DIR [--models DIR] [--jobs N]

Computes what the model NAME listens to, for every recording of a list. This is what training reads.

  --list FILE   tab-separated table with a header line; column "file" (relative to the table, or absolute),
                optional "id" and "filter" (empty or none, stationary, nonstationary: the recording passes
                the noise gate first, stationary with its profile from the quietest frames); every other
                column is copied to the index. WAV; FLAC, Opus and others where ffmpeg is installed
                (Opus is decoded at 16 kHz).
  --model NAME  the model whose features are computed
  --models DIR  a further folder of models
  --out DIR     folder of the output, made if it is missing
  --jobs N      recordings computed at the same time (default 1); the output is the same

Output, in DIR:
  features.npy  float32, C order, shape (all frames, bands): the recordings' frames stacked in the order
                of the list, one row a frame, band 0 the lowest.
                In Python: rows = numpy.load('features.npy', mmap_mode='r')
  pictures.npy  in its place for a model that looks at pictures: uint8, shape (recordings, height, width,
                1 gray or 3 colours), row 0 the highest frequency; offset is the picture's number
  index.json    {model, features, entries, failed}
                features  the mel parameters
                entries   one object a recording: {id, file, filter, offset, frames, startMs, durationMs,
                          level: {peakDb, rmsDb, clippedShare}, noise: {snrDb, light}, ...other columns};
                          its frames are rows[offset : offset + frames]. frames is 0 where nothing but
                          silence was found. startMs: where its first frame lies in the recording
                          (more than 0 after trimming). Copied columns are strings.
                failed    [{id, file, error}], also named on stderr

Exit code 0 if any recording was computed, else 1.
`;

/** Keys of an entry that no column of the list may have. */
const RESERVED = ['offset', 'frames', 'startMs', 'durationMs', 'level', 'noise'];
const FILTERS: Readonly<Record<string, Filter>> = {
  '': 'none',
  none: 'none',
  stationary: 'stationary',
  nonstationary: 'nonstationary',
};

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('features', argv, {
    list: { type: 'string' },
    model: { type: 'string' },
    models: { type: 'string' },
    out: { type: 'string' },
    jobs: { type: 'string' },
  });
  const list = needed('features', 'list', options.list);
  const name = needed('features', 'model', options.model);
  const out = needed('features', 'out', options.out);
  const jobs = countOption('jobs', options.jobs, 1, 1, 64);
  const rows = await readList(list);
  const tasks = rows.map((row) => ({ path: resolve(dirname(list), field(row, 'file')), filter: filterOf(row, list) }));
  const { features } = (await findModel(name, modelFolders(options.models))).manifest;

  await mkdir(out, { recursive: true });
  const npy = await createOutput(out, features);
  const progress = progressLine('recordings', rows.length);
  const entries: object[] = [];
  const failed: object[] = [];
  await extractAll(tasks, features, jobs, async (index, result) => {
    const row = rows[index];
    if (row === undefined) return;
    const id = field(row, 'id') || field(row, 'file');
    if ('error' in result) {
      failed.push({ id, file: field(row, 'file'), error: result.error });
      progress.note(`Line ${row.line}: ${result.error}`);
    } else {
      entries.push(entryOf(row, id, npy.rows, result));
      await npy.append(result.rows);
    }
    progress.step(failed.length);
  });
  await npy.close();
  progress.end();
  await writeFile(join(out, 'index.json'), indexJson({ model: name, features }, entries, failed));
  process.stderr.write(`${entries.length} recordings, ${npy.rows} ${features.picture === null ? 'frames' : 'pictures'}, ${failed.length} failed.\n`);
  return entries.length > 0 ? 0 : 1;
}

function createOutput(folder: string, features: MelFeatures): Promise<NpyWriter> {
  const { picture, pictureHeight, pictureWidth, bands } = features;
  if (picture === null) return createNpy(join(folder, 'features.npy'), [bands]);
  return createNpy(join(folder, 'pictures.npy'), [pictureHeight, pictureWidth, picture === 'gray' ? 1 : 3], '|u1');
}

async function readList(path: string): Promise<readonly Row[]> {
  const table = await readTable(path);
  requireColumns(table, path, ['file']);
  const taken = table.columns.filter((column) => RESERVED.includes(column));
  if (taken.length > 0) throw new UsageError(`${path} names a column ${taken[0]}, which the index uses itself.`);
  return table.rows;
}

function filterOf(row: Row, list: string): Filter {
  const filter = FILTERS[field(row, 'filter')];
  if (filter !== undefined) return filter;
  throw new UsageError(
    `Line ${row.line} of ${list} names the filter "${field(row, 'filter')}"; it must be none, stationary or nonstationary.`,
  );
}

function field(row: Row, column: string): string {
  return row.fields[column] ?? '';
}

function entryOf(row: Row, id: string, offset: number, { rows: _, ...facts }: Extract): object {
  return { ...row.fields, id, filter: field(row, 'filter') || 'none', offset, ...facts };
}

/** JSON with one entry on each line: readable, and half the size of indented JSON. */
function indexJson(head: object, entries: readonly object[], failed: readonly object[]): string {
  const lines = (items: readonly object[]): string => `[${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}\n]`;
  return `${JSON.stringify(head).slice(0, -1)},\n"entries":${lines(entries)},\n"failed":${lines(failed)}}\n`;
}

export const features: Command = {
  help,
  run,
};
