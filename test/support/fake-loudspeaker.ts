import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineDevices } from './fake-microphone';

/** Playback devices made of files, for the real aplay. */
export interface FakeLoudspeaker {
  /** Takes samples as fast as they come and writes them to a file. */
  readonly device: string;
  /** Is a FIFO that nobody reads: never takes a sample. */
  readonly stuckDevice: string;
  /** Mono 16-bit samples at 16 kHz that `device` has taken so far. */
  heard(): Int16Array;
  remove(): void;
}

/** Points ALSA to the devices `fakespeaker` and `stuckspeaker` until `remove`. */
export function fakeLoudspeaker(): FakeLoudspeaker {
  const folder = mkdtempSync(join(tmpdir(), 'pronunciation-test-'));
  const [file, fifo] = [join(folder, 'heard.raw'), join(folder, 'fifo')];
  writeFileSync(file, '');
  if (spawnSync('mkfifo', [fifo]).status !== 0) throw new Error(`mkfifo ${fifo} failed`);
  const device = (name: string, path: string): string =>
    `pcm.${name}_raw { type file slave.pcm "null" file "${path}" format "raw" }\n` +
    `pcm.${name} { type plug slave { pcm "${name}_raw" format S16_LE rate 16000 channels 1 } }\n`;
  const restore = defineDevices(folder, device('fakespeaker', file) + device('stuckspeaker', fifo));
  return {
    device: 'fakespeaker',
    stuckDevice: 'stuckspeaker',
    heard: () => {
      const bytes = readFileSync(file);
      return new Int16Array(new Uint8Array(bytes).buffer, 0, Math.floor(bytes.length / 2));
    },
    remove: () => {
      restore();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
