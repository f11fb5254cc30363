import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Only the user that runs Node-RED may read what is kept of people. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
}

/**
 * Writes a whole file, or leaves what was there before: a power cut never leaves half of one. Only the user may read it.
 * @param parts of the file, in their order
 */
export async function writeWholeFile(path: string, parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>): Promise<void> {
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w', PRIVATE_FILE);
  try {
    await file.chmod(PRIVATE_FILE);
    for await (const part of parts) await file.appendFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(fresh, path);
  await syncFolder(dirname(path));
}

/** Makes the names in a folder last. Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
