import assert from 'node:assert/strict';
import { LEVEL_FLOOR_DB, measureLevel } from '../../pipeline/level';
import { sine } from './signals';

describe('the level of a recording', () => {
  it('of a full-scale sine is a peak of 0 dB and an RMS 3 dB below', () => {
    const { peakDb, rmsDb } = measureLevel(sine(1000, 16000, 1, 1));
    assert.ok(Math.abs(peakDb) < 0.01);
    assert.ok(Math.abs(rmsDb + 3.01) < 0.01);
  });

  it('has a floor for silence, an empty recording and the tiniest of sounds', () => {
    for (const samples of [new Float32Array(100), new Float32Array(0), Float32Array.of(1e-20)]) {
      assert.deepEqual(measureLevel(samples), { peakDb: LEVEL_FLOOR_DB, rmsDb: LEVEL_FLOOR_DB, clippedShare: 0 });
    }
  });

  it('counts the samples at either end of the 16-bit scale', () => {
    const samples = Float32Array.of(32767 / 32768, -1, 32766 / 32768, 0, -32767 / 32768);
    assert.equal(measureLevel(samples).clippedShare, 3 / 5);
    assert.equal(measureLevel(sine(100, 16000, 1).map(Math.sign)).clippedShare > 0.99, true);
  });
});
