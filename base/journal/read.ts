import { open } from 'node:fs/promises';

import { recordOf } from './line';

export interface JournalEnd {
  /** Bytes up to the end of the last whole line. Whatever follows was being written when the power went. */
  readonly bytes: number;
  /** Lines that were dropped, because they are damaged or unfinished. */
  readonly dropped: number;
}

/** Longest line, bytes. A file that is damaged may have no line ends at all. */
const MAX_LINE = 1_000_000;
const LINE_END = 0x0a;
/** Read at a time, bytes: a few milliseconds of work. */
const BLOCK = 1 << 16;

/**
 * Reads a journal from its start. A damaged line is dropped, and those before and after it are read. A missing file is an
 * empty journal. Works through the file in blocks and lets other work go on between them.
 * @param accept gets each record, in the order they were written
 */
export async function readJournal(path: string, accept: (record: unknown) => void): Promise<JournalEnd> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return { bytes: 0, dropped: 0 };
  let rest = Buffer.alloc(0);
  let isTooLong = false;
  let read = 0;
  let bytes = 0;
  let dropped = 0;
  const take = (line: Buffer): void => {
    const record = isTooLong ? undefined : recordOf(line.toString());
    isTooLong = false;
    if (record === undefined) dropped++;
    else accept(record);
  };
  for await (const block of file.createReadStream({ highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
    const seen = Buffer.concat([rest, block]);
    const offset = read - rest.length;
    read += block.length;
    let start = 0;
    for (let end = seen.indexOf(LINE_END); end >= 0; end = seen.indexOf(LINE_END, start)) {
      take(seen.subarray(start, end));
      start = end + 1;
      bytes = offset + start;
    }
    rest = seen.subarray(start);
    if (rest.length <= MAX_LINE) continue;
    isTooLong = true;
    rest = Buffer.alloc(0);
  }
  return { bytes, dropped: dropped + (rest.length > 0 || isTooLong ? 1 : 0) };
}
