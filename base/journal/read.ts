import { open } from 'node:fs/promises';

import { ifMissing } from '../missing-file';
import { recordOf } from './line';

/** What one block of a journal's file has brought. */
export interface JournalBlock {
  readonly records: readonly unknown[];
  /** Bytes of the file up to the end of its last whole line so far. Whatever follows at the end was being written when the power
   *  went. */
  readonly bytes: number;
  /** Lines dropped in this block, because they are damaged or unfinished. */
  readonly dropped: number;
}

/** Longest line, bytes. A file that is damaged may have no line ends at all. */
const MAX_LINE = 1_000_000;
const LINE_END = 0x0a;
/** Read at a time, bytes: a few milliseconds of work. */
const BLOCK = 1 << 16;

/**
 * Reads a journal from its start, block by block, so that other work can go on in between. A damaged line is dropped, and those
 * before and after it are read. A missing file is an empty journal.
 */
export async function* readJournal(path: string): AsyncGenerator<JournalBlock> {
  const file = await open(path, 'r').catch(ifMissing(undefined));
  if (file === undefined) return;
  let rest = Buffer.alloc(0);
  let isTooLong = false;
  let read = 0;
  let bytes = 0;
  for await (const block of file.createReadStream({ highWaterMark: BLOCK }) as AsyncIterable<Buffer>) {
    const seen = Buffer.concat([rest, block]);
    const offset = read - rest.length;
    read += block.length;
    const records: unknown[] = [];
    let dropped = 0;
    let start = 0;
    for (let end = seen.indexOf(LINE_END); end >= 0; end = seen.indexOf(LINE_END, start)) {
      const record = isTooLong ? undefined : recordOf(seen.toString('utf8', start, end));
      isTooLong = false;
      if (record === undefined) dropped++;
      else records.push(record);
      start = end + 1;
      bytes = offset + start;
    }
    rest = seen.subarray(start);
    if (rest.length > MAX_LINE) {
      isTooLong = true;
      rest = Buffer.alloc(0);
    }
    yield { records, bytes, dropped };
  }
  if (read > bytes) yield { records: [], bytes, dropped: 1 };
}
