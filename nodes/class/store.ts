import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { openJournal, type Journal } from '../../base/journal/journal';
import { journalLine } from '../../base/journal/line';
import { readJournal } from '../../base/journal/read';
import { syncFolder, writeWholeFile } from '../../base/journal/write-file';
import { ifMissing } from '../../base/missing-file';
import { recordingsIn, type Recordings } from './recordings';
import { isClassRecord, type ClassRecord, type ResultRecord } from './records';
import type { SeatingOptions } from './seating';
import { createClassState, type ClassState } from './state';

/** What was deleted, and how many files are left: none, or the disk refused. */
export interface Deleted {
  readonly results: number;
  readonly recordings: number;
  readonly files: number;
  readonly left: number;
}

/** A class on the disk, and its state in memory. */
export interface ClassStore {
  readonly state: () => ClassState;
  readonly recordings: Recordings;
  /** Changes with every record. */
  readonly revision: () => number;
  /** A number that no result of this class has. */
  readonly nextId: () => number;
  /** Lines of the file that were damaged when it was opened, and are lost. */
  readonly dropped: () => number;
  /** Changes the state at once, and resolves when the record is on the disk. If the disk refuses it, the state is read from the
   *  disk again. */
  readonly keep: (record: ClassRecord) => Promise<void>;
  /** All results, in the order they came. */
  readonly results: () => Promise<readonly ResultRecord[]>;
  readonly deleteAll: () => Promise<Deleted>;
  readonly close: () => Promise<void>;
}

/** Name of the file in the class's folder. */
export const CLASS_FILE = 'class.jsonl';
/** Name of the folder of recordings in it. */
export const RECORDINGS_FOLDER = 'recordings';
/** The file is written anew when so many of its records no longer matter. */
const MAX_SUPERSEDED = 5000;

/** Opens the class in a folder, or begins it. Rejects with the error of the file system. */
export async function openClass(folder: string, options: SeatingOptions & { readonly maxSuperseded?: number }): Promise<ClassStore> {
  const path = join(folder, CLASS_FILE);
  const recordings = recordingsIn(join(folder, RECORDINGS_FOLDER));
  const maxSuperseded = options.maxSuperseded ?? MAX_SUPERSEDED;
  let state = createClassState(options);
  let dropped = 0;
  let lastId = 0;
  let revision = 0;
  let journal = openAnew();
  await journal;
  await recordings.sweep(new Set([...state.recordings.values()].map(({ file }) => file)));

  /** Reads the file into a fresh state. */
  async function openAnew(): Promise<Journal> {
    const fresh = createClassState(options);
    const opened = await openJournal(path, (record) => {
      if (isClassRecord(record)) fresh.apply(record);
    });
    fresh.seating.resume(Date.now());
    state = fresh;
    revision++;
    dropped = opened.dropped;
    return opened;
  }

  /** Runs a task on the closed file and opens it again. Records that come meanwhile wait. */
  function whileClosed<Result>(task: () => Promise<Result>, reopen: () => Promise<Journal> = openAnew): Promise<Result> {
    const done = journal.then((opened) => opened.close()).catch(() => undefined).then(task);
    journal = done.then(reopen, reopen);
    journal.catch(() => undefined); // the next record reports it
    return done;
  }

  /** Writes the file anew without the records that no longer matter. If that fails, the old file is still there. */
  function compact(): void {
    state.compacted();
    const opening = (): Promise<Journal> => openJournal(path, () => undefined);
    void whileClosed(() => writeWholeFile(path, compacted()), opening).catch(() => undefined);
  }

  /** The records that still matter, and all results. A recording that was taken back is no longer named. */
  async function* compacted(): AsyncGenerator<string> {
    yield state.snapshot().map(journalLine).join('');
    for await (const { records } of readJournal(path)) {
      const results = records.filter((record): record is ResultRecord => isClassRecord(record) && record.kind === 'result');
      yield results.map(({ recording, ...result }) => journalLine(state.recordings.has(result.id) ? { ...result, recording } : result)).join('');
    }
  }

  async function keep(record: ClassRecord): Promise<void> {
    const applied = state;
    applied.apply(record);
    revision++;
    if (record.kind !== 'result' && state.superseded() > maxSuperseded) compact();
    const opening = journal;
    try {
      const opened = await opening;
      // The state was read anew while the record waited.
      if (state !== applied) state.apply(record);
      await opened.append(record);
    } catch (error) {
      // Only the first of those that fail together.
      if (journal === opening) await whileClosed(() => Promise.resolve());
      throw error;
    }
  }

  async function results(): Promise<readonly ResultRecord[]> {
    await journal;
    const all: ResultRecord[] = [];
    for await (const { records } of readJournal(path)) {
      for (const record of records) if (isClassRecord(record) && record.kind === 'result') all.push(record);
    }
    return all;
  }

  async function deleteFiles(): Promise<Deleted> {
    const before = await filesIn(folder);
    const counted = { results: state.total.results(), recordings: before.filter((file) => file.endsWith('.wav')).length };
    await rm(folder, { recursive: true, force: true });
    await syncFolder(join(folder, '..'));
    const left = (await filesIn(folder)).length;
    return { ...counted, files: before.length - left, left };
  }

  return {
    state: () => state,
    recordings,
    revision: () => revision,
    nextId: () => (lastId = Math.max(lastId, state.lastId()) + 1),
    dropped: () => dropped,
    keep,
    results,
    deleteAll: async () => {
      const deleted = await whileClosed(deleteFiles);
      await journal;
      return deleted;
    },
    close: async () => {
      await journal.then((opened) => opened.close()).catch(() => undefined);
    },
  };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ifMissing([]));
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
