import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { decodeWav } from '../../pipeline/wav';
import { needsProgram, versionOf } from '../support/programs';
import { ROOT, temporaryFolder } from './support/node-red';

const FOLDER = join(ROOT, 'practice', 'lessons', 'recordings');
const NAMES = ['correct', 'mispronounced', 'another-sentence'];
const LANGUAGES = ['ko', 'en'];
/** The room alone, before the voice begins. */
const LEAD_IN_MS = 350;
const PAUSES_MS = 900;

function powerOf(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
}

describe('the lessons\' recordings', () => {
  const read = (language: string, name: string) => decodeWav(readFileSync(join(FOLDER, `${language}-${name}.wav`)));

  it('are six: three for Korean, three for English', () => {
    const expected = LANGUAGES.flatMap((language) => NAMES.map((name) => `${language}-${name}.wav`));
    assert.deepEqual(readdirSync(FOLDER).filter((name) => name.endsWith('.wav')).sort(), expected.sort());
  });

  for (const language of LANGUAGES) {
    it(`in ${language} are mono, 16 bits, 16 kHz and between 2 and 5 s`, () => {
      for (const name of NAMES) {
        const { sampleRate, channels, bitDepth, samples } = read(language, name);
        assert.deepEqual([sampleRate, channels, bitDepth], [16000, 1, 16]);
        const seconds = samples.length / sampleRate;
        assert.ok(seconds > 2 && seconds < 5, `${name} lasts ${seconds} s`);
      }
    });

    it(`in ${language} have noise 25 dB below the voice`, () => {
      for (const name of NAMES) {
        const { samples, sampleRate } = read(language, name);
        const noise = powerOf(samples.subarray(0, (LEAD_IN_MS * sampleRate) / 1000));
        const voice = samples.subarray((400 * sampleRate) / 1000, samples.length - (500 * sampleRate) / 1000);
        const snr = 10 * Math.log10((powerOf(voice) - noise) / noise);
        assert.ok(Math.abs(snr - 25) < 1, `${name} has ${snr} dB`);
      }
    });

    it(`in ${language} another sentence lasts as long as the right one, within 10 %`, () => {
      const lengthOf = (name: string): number => {
        const { samples, sampleRate } = read(language, name);
        return samples.length - (PAUSES_MS * sampleRate) / 1000;
      };
      const change = lengthOf('another-sentence') / lengthOf('correct') - 1;
      assert.ok(Math.abs(change) <= 0.1, `${(100 * change).toFixed(1)} %`);
    });
  }

  it('are made again by their script, byte for byte', function () {
    needsProgram(this, 'espeak-ng');
    this.timeout(60_000);
    const folder = temporaryFolder();
    try {
      const script = join(ROOT, 'tools', 'lesson-recordings', 'main.ts');
      execFileSync(process.execPath, ['--require', 'tsx/cjs', script, folder], { cwd: ROOT });
      // Another version of the voice speaks a little differently; the script has checked its claims all the same.
      if (!versionOf('espeak-ng').includes(' 1.51')) return;
      for (const name of readdirSync(folder)) {
        assert.ok(readFileSync(join(folder, name)).equals(readFileSync(join(FOLDER, name))), `${name} differs`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
