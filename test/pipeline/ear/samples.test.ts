import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { EAR_RATE, earSamples } from '../../../pipeline/ear/samples';

const tone = (sampleRate: number, seconds: number, level: number) =>
  Float32Array.from({ length: sampleRate * seconds }, (_, i) => level * Math.sin((2 * Math.PI * 440 * i) / sampleRate));

describe('earSamples', () => {
  it('gives a quiet and a loud recording the same peak, and silence before and after', () => {
    for (const level of [0.01, 0.9]) {
      const { samples, startMs, speechMs } = earSamples({ samples: tone(EAR_RATE, 1, level), sampleRate: EAR_RATE });
      assert.ok(Math.abs(Math.max(...samples) - 0.5) < 0.01);
      assert.equal(samples.length, EAR_RATE * 1.6);
      assert.deepEqual([startMs, speechMs], [-100, 1000]);
      assert.ok(samples.subarray(0, 1500).every((value) => Math.abs(value) < 1e-3));
    }
  });

  it('cuts quiet ends off and says how much', () => {
    const quiet = new Float32Array(2 * 22050);
    const { startMs, speechMs } = earSamples({ samples: Float32Array.from([...quiet, ...tone(22050, 1, 0.5), ...quiet]), sampleRate: 22050 });
    assert.ok(Math.abs(startMs - 1900) < 80, `${startMs}`);
    assert.ok(Math.abs(speechMs - 1000) < 150, `${speechMs}`);
  });

  it('is never digital silence, and always the same', () => {
    const once = earSamples({ samples: new Float32Array(8000), sampleRate: EAR_RATE }).samples;
    assert.ok(once.some((value) => value !== 0) && once.every((value) => Math.abs(value) < 1e-3));
    assert.deepEqual(earSamples({ samples: new Float32Array(8000), sampleRate: EAR_RATE }).samples, once);
  });
});
