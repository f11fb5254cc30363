import assert from 'node:assert/strict';

import { checkMic } from '../../pipeline/mic-check';
import { noiseFloorDb } from '../../pipeline/noise-floor';
import { syntheticSpeech } from '../support/synthetic-speech';

const RATE = 16000;
const speech = (options: Parameters<typeof syntheticSpeech>[0]): Float32Array => syntheticSpeech({ sampleRate: RATE, ...options });
const tone = (amplitude: number): Float32Array => Float32Array.from({ length: 2 * RATE }, (_, i) => amplitude * Math.sin(0.3 * i));

describe('checkMic', () => {
  for (const [verdict, what, samples] of [
    ['silent', 'of digital silence', new Float32Array(2 * RATE)],
    ['silent', 'of what an unplugged input gives', tone(1e-4)],
    ['clipped', 'of speech that is cut off at full scale', speech({ peak: 0.9 }).map((x) => Math.max(-1, Math.min(1, 3 * x)))],
    ['nothing', 'where nobody speaks', speech({ peak: 0, noise: 0.01 })],
    ['too-quiet', 'of speech from afar', speech({ peak: 0.01, noise: 1e-5 })],
    ['noisy', 'of speech beside a fan', speech({ noise: 0.06 })],
    ['fine', 'of clear speech', speech({})],
  ] as const) {
    it(`is ${verdict} ${what}`, () => {
      assert.equal(checkMic(samples, RATE).verdict, verdict);
    });
  }

  it('measures the pauses, not the speech', () => {
    const samples = speech({ noise: 0.01 });
    const { floorDb, level } = checkMic(samples, RATE);
    // White noise in -0.01 to 0.01 has an RMS of 0.01 / sqrt(3): -44.8 dBFS.
    assert.ok(Math.abs(floorDb + 44.8) < 1, String(floorDb));
    assert.ok(level.rmsDb > floorDb + 15, String(level.rmsDb));
  });
});

describe('noiseFloorDb', () => {
  it('is the level of a steady tone', () => {
    assert.ok(Math.abs(noiseFloorDb(tone(0.1), RATE) + 23.01) < 0.2);
  });

  it('is not what a device is silent at the start, but what it hears then', () => {
    const samples = tone(0.1);
    samples.fill(0, 0, 0.05 * samples.length);
    assert.ok(noiseFloorDb(samples, RATE) > -24);
  });

  it('is the lowest level for less than a frame', () => {
    assert.equal(noiseFloorDb(new Float32Array(10).fill(0.5), RATE), -120);
  });
});
