import { createHash } from 'node:crypto';

/** Hexadecimal digits of the checksum: 48 bits of SHA-256, more than a damaged line gets right by chance. */
const SUM_LENGTH = 12;
const START = '["';
const BETWEEN = '",';
const END = ']';
const HEAD_LENGTH = START.length + SUM_LENGTH + BETWEEN.length;

/** A record as a line of a journal: JSON of `[checksum, record]`, with the line end. */
export function journalLine(record: unknown): string {
  const json = JSON.stringify(record);
  return `${START}${sumOf(json)}${BETWEEN}${json}${END}\n`;
}

/** The record of a line without its line end; undefined where the line is damaged. */
export function recordOf(line: string): unknown {
  const json = line.slice(HEAD_LENGTH, -END.length);
  if (line !== `${START}${sumOf(json)}${BETWEEN}${json}${END}`) return undefined;
  return JSON.parse(json) as unknown; // written by journalLine, as the checksum shows
}

function sumOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, SUM_LENGTH);
}
