import assert from 'node:assert/strict';
import { amplitudeToDb, powerToDb } from '../../pipeline/decibel';

describe('decibels', () => {
  it('are counted from the maximum and floored below it', () => {
    assert.deepEqual([...powerToDb(Float32Array.of(100, 10, 0, 1e-9), 80)], [0, -10, -80, -80]);
  });

  it('meet the absolute floor of 1e-10', () => {
    assert.deepEqual([...powerToDb(Float32Array.of(1e-8, 1e-12), 80)], [0, -20]);
  });

  it('are 0 throughout for silence', () => {
    assert.deepEqual([...powerToDb(new Float32Array(3), 80)], [0, 0, 0]);
    assert.equal(powerToDb(new Float32Array(0), 80).length, 0);
  });

  it('of an amplitude never fall below the floor', () => {
    assert.equal(amplitudeToDb(1, -120), 0);
    assert.ok(Math.abs(amplitudeToDb(0.1, -120) + 20) < 1e-9);
    assert.equal(amplitudeToDb(0, -120), -120);
    assert.equal(amplitudeToDb(1e-9, -120), -120);
  });
});
