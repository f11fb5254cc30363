import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder, none where there is no folder. */
export function readInputs(folder: string): Buffer[] {
  let names: string[];
  try {
    names = readdirSync(folder).sort();
  } catch {
    return [];
  }
  return names.map((name) => readFileSync(join(folder, name)));
}

/** Writes inputs under a hash of their bytes, so that equal ones are stored once. */
export function writeInputs(folder: string, inputs: readonly Buffer[]): void {
  mkdirSync(folder, { recursive: true });
  for (const bytes of inputs) {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    writeFileSync(join(folder, `${hash}.wav`), bytes);
  }
}
