import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import { ifMissing } from '../missing-file';
import { journalLine } from './line';
import { readJournal } from './read';
import { makePrivateFolder, PRIVATE_FILE, syncFolder } from './write-file';

/** How long a record waits for others, ms. One call makes all of them last, which spares an SD card. */
const BATCH_MS = 100;

/** An append-only file of records, one a line, that survives a power cut. */
export interface Journal {
  /** Lines that were dropped when it was opened, because they are damaged or unfinished. */
  readonly dropped: number;
  /** Resolves when the record is on the disk, within about 100 ms and the time that the disk takes. Rejects if it is not. */
  readonly append: (record: unknown) => Promise<void>;
  /** Writes what waits, and closes the file. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly line: string;
  readonly settle: (error?: Error) => void;
}

/**
 * Opens a journal, or begins one. What was unfinished at its end is cut off, so that the next record has a line of its own.
 * @param accept gets each record that is already in it
 */
export async function openJournal(path: string, accept: (record: unknown) => void): Promise<Journal> {
  await makePrivateFolder(dirname(path));
  let size = 0;
  let dropped = 0;
  for await (const block of readJournal(path)) {
    block.records.forEach(accept);
    size = block.bytes;
    dropped += block.dropped;
  }
  const file = await openToWrite(path);
  await file.truncate(size);
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let isClosed = false;

  /** Writes at the end of the last good line, so that a batch that failed in its middle is overwritten. */
  async function write(batch: readonly Waiting[]): Promise<void> {
    const bytes = Buffer.from(batch.map(({ line }) => line).join(''));
    try {
      for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done, bytes.length - done, size + done)).bytesWritten;
      await file.datasync();
      size += bytes.length;
      batch.forEach(({ settle }) => settle());
    } catch (error) {
      await file.truncate(size).catch(() => undefined);
      batch.forEach(({ settle }) => settle(error as Error));
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) writing = writing.then(() => write(batch));
    return writing;
  }

  return {
    dropped,
    append: (record) =>
      new Promise((resolve, reject) => {
        if (isClosed) throw new Error('the file is closed');
        const settle = (error?: Error): void => {
          if (error === undefined) resolve();
          else reject(error);
        };
        waiting.push({ line: journalLine(record), settle });
        timer ??= setTimeout(() => void flush(), BATCH_MS);
      }),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await flush();
      await file.close();
    },
  };
}

async function openToWrite(path: string): Promise<FileHandle> {
  const old = await open(path, 'r+').catch(ifMissing(undefined));
  const file = old ?? (await open(path, 'wx+', PRIVATE_FILE));
  if (old === undefined) await syncFolder(dirname(path));
  await file.chmod(PRIVATE_FILE);
  return file;
}
