import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'mocha';
import { packageRoot } from '../../engine/package-root';
import { encodeWav } from '../../pipeline/wav';

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line as a user does, in a process of its own, from the sources. */
export function pronunciation(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const main = join(packageRoot(), 'cli', 'main.ts');
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

/**
 * Something like speech: syllables, four a second, of a harmonic voice whose two resonances move from
 * one syllable to the next, between silent ends. Another `seed` says something else.
 */
export function syllables(seconds: number, seed = 1, sampleRate = 16000): Float32Array {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  const lead = 0.2;
  for (let i = 0; i < samples.length; i += 1) {
    const time = i / sampleRate;
    if (time < lead || time > seconds - lead) continue;
    const syllable = Math.floor((time - lead) * 4);
    const open = Math.sin(Math.PI * (((time - lead) * 4) % 1)) ** 2;
    const first = 300 + ((syllable * 7 + seed * 3) % 5) * 120;
    const second = 900 + ((syllable * 11 + seed * 5) % 7) * 250;
    let value = 0;
    for (let harmonic = 1; harmonic <= 30; harmonic += 1) {
      const frequency = 120 * harmonic;
      const gain = Math.exp(-(((frequency - first) / 150) ** 2)) + 0.6 * Math.exp(-(((frequency - second) / 250) ** 2));
      value += gain * Math.sin(2 * Math.PI * frequency * time);
    }
    samples[i] = 0.12 * open * value;
  }
  return samples;
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
