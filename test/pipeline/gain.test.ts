import assert from 'node:assert/strict';
import { amplify, gainFor } from '../../pipeline/gain';
import { measureLevel } from '../../pipeline/level';
import { sine } from './signals';

describe('Gain', () => {
  const tone = sine(440, 16000, 1, 0.1);

  it('makes the amplitude ten times as large with 20 dB, and a tenth with -20 dB', () => {
    assert.ok(Math.abs((amplify(tone, 20)[100] ?? 0) / (tone[100] ?? 1) - 10) < 1e-5);
    assert.ok(Math.abs((amplify(tone, -20)[100] ?? 0) / (tone[100] ?? 1) - 0.1) < 1e-7);
  });

  for (const [mode, level] of [['rms', 'rmsDb'], ['peak', 'peakDb']] as const) {
    it(`brings a recording to the ${mode} level that it is told`, () => {
      for (const targetDb of [-40, -23, -1]) {
        const out = amplify(tone, gainFor(tone, { mode, targetDb }));
        assert.ok(Math.abs(measureLevel(out)[level] - targetDb) < 0.01);
      }
    });
  }

  it('lets digital silence be, which no gain can lift', () => {
    assert.equal(gainFor(new Float32Array(100), { mode: 'rms', targetDb: -20 }), 0);
  });
});
