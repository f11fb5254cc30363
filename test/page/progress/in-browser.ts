import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';

/** The code of the page's progress as one script, which gives a page `progress.openProgress` and `progress.indexedDbStore`. */
export async function progressScript(): Promise<string> {
  const { build } = await import('vite');
  const folder = mkdtempSync(join(tmpdir(), 'progress-'));
  const entry = join(folder, 'entry.ts');
  const from = (name: string): string => JSON.stringify(join(packageRoot(), 'page', 'src', 'progress', name));
  writeFileSync(entry, `export { openProgress } from ${from('progress')};\nexport { indexedDbStore } from ${from('indexed-db')};\n`);
  try {
    const built = await build({
      configFile: false, logLevel: 'error', root: folder,
      build: { write: false, lib: { entry, name: 'progress', formats: ['iife'], fileName: 'progress' } },
    });
    const [output] = [built].flat();
    if (output === undefined || !('output' in output)) throw new Error('Vite wrote nothing');
    return output.output[0].code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
