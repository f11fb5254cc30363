import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trim } from '../../pipeline/trim';
import { decodeWav } from '../../pipeline/wav';
import { TRIES } from '../../practice/flow/recordings';
import { PEOPLE } from '../../tools/recordings/people';
import { ROOT } from './support/node-red';

const FOLDER = join(ROOT, 'practice', 'recordings');
const MAX_BYTES = 400_000;
const SPEECH_RMS_DB = -23;

const decibels = (samples: Float32Array): number => 10 * Math.log10(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

describe('the bundled recordings', () => {
  const files = readdirSync(FOLDER);
  const read = (file: string) => decodeWav(readFileSync(join(FOLDER, file)));
  const speech = files.filter((file) => file !== 'silence.wav');

  it('are those that the flows play, and no others', () => {
    const played = new Set(Object.values(TRIES).map(({ recording }) => `${recording}.wav`));
    assert.deepEqual(files.sort(), [...played].sort());
  });

  it('are small', () => {
    const bytes = files.reduce((sum, file) => sum + readFileSync(join(FOLDER, file)).length, 0);
    assert.ok(bytes < MAX_BYTES, `${bytes} bytes`);
  });

  it('have a row each in NOTICE, with the file of the corpus that they are cut from', () => {
    const notice = readFileSync(join(ROOT, 'NOTICE'), 'utf8');
    for (const file of files) assert.ok(notice.includes(`| ${file} |`), file);
    for (const { name, source } of PEOPLE) {
      const cutFrom = source.split('/').pop()?.replace('.opus', '') ?? '';
      assert.match(notice, new RegExp(`\\| ${name}.wav \\|[^|]*${cutFrom}`));
    }
  });

  for (const file of speech) {
    it(`${file} is mono, 16 bits, 16 kHz, with quiet before and after speech of the common level`, () => {
      const { sampleRate, channels, bitDepth, samples } = read(file);
      assert.deepEqual([sampleRate, channels, bitDepth], [16000, 1, 16]);
      const { start, end } = trim(samples, { topDb: 28, frameLength: 512, hopLength: 128 });
      for (const quiet of [start, samples.length - end]) assert.ok(quiet > 0.17 * sampleRate && quiet < 0.4 * sampleRate, `${quiet / sampleRate} s`);
      const level = decibels(samples.subarray(start, end));
      assert.ok(Math.abs(level - SPEECH_RMS_DB) < 1, `${level} dB`);
      assert.ok(samples.every((sample) => Math.abs(sample) < 0.75), 'has headroom');
    });
  }
});
