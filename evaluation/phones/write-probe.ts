import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PHONES_FILE } from '../../models/own-phones';
import { PHONES_FORMAT, PHONES_VERSION, type PhonesFile } from '../../pipeline/ear/phones-file';

type About = Omit<PhonesFile, 'format' | 'version' | 'language' | 'graph' | 'sha256'>;

/** Writes a graph and the file that says what it is. Whoever reads meanwhile finds the old pair, or is told that they do not fit. */
export async function writeOwnPhones(folder: string, graph: Uint8Array, about: About): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file: PhonesFile = {
    format: PHONES_FORMAT, version: PHONES_VERSION, language: 'ko', graph: 'phones-ko.onnx', sha256: createHash('sha256').update(graph).digest('hex'), ...about,
  };
  await replace(join(folder, file.graph), graph);
  await replace(join(folder, PHONES_FILE), `${JSON.stringify(file, null, 2)}\n`);
}

async function replace(path: string, content: Uint8Array | string): Promise<void> {
  await writeFile(`${path}.new`, content);
  await rename(`${path}.new`, path);
}
