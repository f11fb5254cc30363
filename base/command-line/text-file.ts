import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error';
import { decodeText, type TextFault } from '../decode-text';

const FAULTS: Readonly<Record<TextFault, string>> = {
  document: 'is a spreadsheet or another document. Save it as a text file in UTF-8 (in a spreadsheet: "CSV UTF-8").',
  encoding: 'is saved in an encoding that can\'t be told for sure. Save it as UTF-8.',
  lost: 'lost letters when it was saved: there are "\uFFFD" in it. Save the original again, as UTF-8.',
};

/**
 * Reads a text file that a user of the command line names, whatever program saved it.
 * @throws UsageError where it can't be read, or is no text in a known encoding
 */
export async function readTextFile(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'ENOENT' ? `There is no file ${path}.` : `${path} can't be read: ${message}.`);
  }
  const decoded = decodeText(bytes);
  if ('fault' in decoded) throw new UsageError(`${path} ${FAULTS[decoded.fault]}`);
  if (decoded.encoding === 'CP949' || decoded.encoding === 'Windows-1252') {
    process.stderr.write(`${path} is not UTF-8; it is read as ${decoded.encoding}.\n`);
  }
  return decoded.text;
}
