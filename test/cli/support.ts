import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'mocha';
import { packageRoot } from '../../base/package-root';
import { encodeWav } from '../../pipeline/wav';

export { syllables } from '../../trials/bench/speech-like';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user does, in a process of its own, from the sources. */
export const pronunciation = programIn('cli');

/** Runs the program of training as its scripts do, in a process of its own, from the sources. */
export const training = programIn('training');

function programIn(folder: string): (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Ended> {
  const main = join(packageRoot(), folder, 'main.ts');
  return (args, env = {}) => run(main, args, env);
}

function run(main: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--require', require.resolve('tsx/cjs'), main, ...args],
      { env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

/** A folder that is removed when the tests of the file are done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pronunciation-cli-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a WAV file and returns its path. */
export function writeWav(folder: string, name: string, samples: Float32Array, sampleRate = 16000): string {
  const path = join(folder, name);
  writeFileSync(path, encodeWav({ samples, sampleRate }).wav);
  return path;
}

/** Writes tab-separated lines and returns the path. */
export function writeTable(folder: string, name: string, lines: readonly (readonly string[])[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((fields) => fields.join('\t')).join('\n') + '\n');
  return path;
}
