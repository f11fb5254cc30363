import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { GROUPS } from '../../../pipeline/ear/contrasts/groups';
import { findHints, type Contrast, type FirstWitness } from '../../../engine/ear/hints';
import { cepstraOfRecording } from '../../../pipeline/ear/contrasts/measures';
import { momentsOf } from '../../../pipeline/ear/contrasts/moments';
import { measuresOf, placedPhones } from '../../../pipeline/ear/contrasts/witness';

const SAMPLES = Float32Array.from({ length: 16000 }, (_, i) => Math.sin(i / 20) * (i % 7000 < 3000 ? 0.1 : 0.4));
const ALIGNED = [{ start: 10, end: 14 }, { start: 14, end: 25 }];

/** 까, for which a probe finds 가 likelier by `nats`. */
function probed(nats: number): FirstWitness {
  const phones = ['kk', 'aa'].map((symbol) => ({ word: 2, syllable: 1, symbol, startMs: 0, endMs: 1, goodness: 50 }));
  return { phones, aligned: ALIGNED, logOf: (place, symbol) => (place === 0 && symbol === 'k0' ? nats : 0) };
}

/** Acoustic measures that prefer a lax stop by `nats`, whatever they measure. */
function contrasts(nats: number, least: number): Record<string, Contrast> {
  const [stops] = GROUPS;
  assert.ok(stops !== undefined);
  const moments = momentsOf(SAMPLES);
  const size = measuresOf(moments, cepstraOfRecording(moments), placedPhones([{ symbol: 'kk' }, { symbol: 'aa' }], ALIGNED), 0, stops)?.length ?? 0;
  const zeros = new Array<number>(size).fill(0);
  return { stops: { mean: zeros, scale: zeros.map(() => 1), weights: [[...zeros, nats], [...zeros, -5], [...zeros, 0]], least } };
}

describe('hints', () => {
  it('name a sound that both witnesses hear as another one of its series', () => {
    const [hint, ...others] = findHints(SAMPLES, probed(3), contrasts(2, 0.8));
    assert.deepEqual({ ...hint, confidence: 0 }, { word: 2, syllable: 1, expected: '까', said: '가', contrast: 'tense', confidence: 0 });
    assert.ok(Math.abs((hint?.confidence ?? 0) - 1 / (1 + Math.exp(-2))) < 1e-6);
    assert.equal(others.length, 0);
  });

  it('are silent where one witness disagrees, or is less sure than the limit', () => {
    assert.deepEqual(findHints(SAMPLES, probed(-1), contrasts(4, 0.5)), []);
    assert.deepEqual(findHints(SAMPLES, probed(4), contrasts(-1, 0.5)), []);
    assert.deepEqual(findHints(SAMPLES, probed(4), contrasts(2, 0.9)), []);
  });

  it('are silent for a contrast that is not to be named', () => {
    assert.deepEqual(findHints(SAMPLES, probed(50), contrasts(50, 2)), []);
  });

  it('never name ㅐ for ㅔ', () => {
    assert.ok(GROUPS.every(({ rows }) => rows.every((row) => !row.includes('qq') && !row.includes('ee'))));
  });
});
