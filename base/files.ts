import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { decodeText, type TextFault } from './decode-text';
import { phrase, type ErrorDetail, type Phrase } from './errors';

/** Why a file is not read: the end of a sentence, "it can't be read: ...". */
export class FileFault extends Error {
  constructor(
    readonly reason: ErrorDetail,
    readonly kind: 'missing' | 'outside' | 'unreadable' = 'unreadable',
  ) {
    super('unreadable file');
  }
}

/** A file that may be read. */
export interface FoundFile {
  /** Its true path, with no link in it. */
  readonly path: string;
  readonly bytes: number;
  /** ms since 1970. */
  readonly modified: number;
}

/**
 * Looks at a file without opening it: a pipe would wait for a writer, and a device like /dev/zero never ends.
 * @throws FileFault where it is missing, no plain file, or larger than `maxBytes`
 */
export async function findFile(path: string, maxBytes: number): Promise<FoundFile> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    if (found.isDirectory()) throw new FileFault(phrase('isFolder'));
    if (!found.isFile()) throw new FileFault(phrase('noPlainFile'));
    if (found.size > maxBytes) throw new FileFault(phrase('fileTooLarge', { bytes: found.size, limit: maxBytes }));
    return { path: real, bytes: found.size, modified: found.mtimeMs };
  } catch (error) {
    throw faultOf(error);
  }
}

/**
 * The same for a file in a folder. No link inside the folder may lead out of it. The folder itself may be a link,
 * because whoever set it up chose its place.
 * @param name relative to the folder, or the whole path of a file in it
 * @throws FileFault also where it lies outside
 */
export async function findFileIn(folder: string, name: string, maxBytes: number): Promise<FoundFile> {
  const outside = new FileFault(phrase('outsideFolder', { folder }), 'outside');
  // Checked before anything is looked up: the answer must not tell whether a file outside exists.
  const named = resolve(folder, name);
  const real = await realpath(folder).catch(() => folder);
  if (!isInside(resolve(folder), named) && !isInside(real, named)) throw outside;
  const found = await findFile(named, maxBytes);
  if (!isInside(real, found.path)) throw outside;
  return found;
}

/** The whole file. @throws FileFault */
export async function readWhole(file: FoundFile): Promise<Buffer> {
  try {
    return await readFile(file.path);
  } catch (error) {
    throw faultOf(error);
  }
}

const TEXT_FAULTS: Readonly<Record<TextFault, Phrase>> = {
  document: phrase('textDocument'),
  encoding: phrase('textEncoding'),
  lost: phrase('textLost'),
};

/** The whole file as text, whatever editor saved it. @throws FileFault also where it is no text in a known encoding */
export async function readText(file: FoundFile): Promise<string> {
  const decoded = decodeText(await readWhole(file));
  if ('fault' in decoded) throw new FileFault(TEXT_FAULTS[decoded.fault]);
  return decoded.text;
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function faultOf(error: unknown): FileFault {
  if (error instanceof FileFault) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new FileFault(phrase('noSuchFile'), 'missing');
    case 'EACCES':
      return new FileFault(phrase('mayNotRead'));
    default:
      return new FileFault(message);
  }
}
