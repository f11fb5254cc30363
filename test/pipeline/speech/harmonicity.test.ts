import assert from 'node:assert/strict';
import { harmonicity } from '../../../pipeline/speech/harmonicity';
import { sine, sumOf, whiteNoise } from '../signals';

describe('harmonicity', () => {
  const notes = (...hz: number[]): Float32Array => hz.map((each) => sine(each, 16000, 1, 0.2)).reduce(sumOf);

  it('is one for a voice-like series of harmonics, at any sample rate', () => {
    assert.ok(harmonicity(notes(120, 240, 360, 480), 16000) > 0.99);
    for (const rate of [8000, 48000]) assert.ok(harmonicity(sine(150, rate, 1), rate) > 0.99, `${rate} Hz`);
  });

  it('is low for several notes at once and for noise', () => {
    // A minor triad whose common period is far longer than a voice's.
    assert.ok(harmonicity(notes(220, 261.63, 329.63), 16000) < 0.8);
    assert.ok(harmonicity(whiteNoise(16000, 0.1), 16000) < 0.3);
  });

  it('is zero for silence and for what is too short', () => {
    for (const length of [0, 1, 600, 16000]) assert.equal(harmonicity(new Float32Array(length), 16000), 0);
  });
});
