import assert from 'node:assert/strict';
import { oneAgainstOthers } from '../../../training/report/experts';
import { mixedAt } from '../../../training/report/mixing';
import { isMet, type Row } from '../../../training/report/row';
import { sameOrOther } from '../../../training/report/same-or-other';
import { reportTable } from '../../../training/report/table';
import { rmsOf, sine, whiteNoise } from '../../pipeline/signals';

const row = (measured: number | null, target: Row['target']): Row => ({ title: 'a row', target, measured });

describe('a row of the report', () => {
  it('is met on its target and missed beyond it', () => {
    assert.equal(isMet(row(0.8, { atLeast: 0.8 })), true);
    assert.equal(isMet(row(0.799, { atLeast: 0.8 })), false);
    assert.equal(isMet(row(5, { atMost: 5 })), true);
    assert.equal(isMet(row(5.1, { atMost: 5 })), false);
  });

  it('is neither without a target or a figure', () => {
    assert.equal(isMet(row(0.8, null)), null);
    assert.equal(isMet(row(null, { atLeast: 0.8 })), null);
  });

  it('is a line with target, figure, interval and whether it is met', () => {
    const rows: Row[] = [
      { title: 'first', target: { atLeast: 0.8 }, measured: 0.81234, interval: [0.7, 0.9], note: 'so' },
      { title: 'second', target: { atMost: 4 }, measured: 5, digits: 1 },
      { title: 'third', target: null, measured: null },
    ];
    assert.deepEqual(reportTable(rows, true).trim().split('\n').slice(2), [
      '| first | ≥ 0.8 | 0.812 | 0.700 to 0.900 | met | so |',
      '| second | ≤ 4 | 5.0 |  | MISSED |  |',
      '| third |  | - |  |  |  |',
    ]);
    assert.match(reportTable(rows, false), /^second {2,}≤ 4 {2,}5\.0 {2,}MISSED$/m);
  });
});

describe('one expert against the others', () => {
  it('is one where all agree and falls where they do not', () => {
    assert.equal(oneAgainstOthers([[1, 1, 1], [5, 5, 5], [9, 9, 9]]), 1);
    const apart = oneAgainstOthers([[1, 3, 8], [5, 2, 6], [9, 4, 7]]);
    assert.ok(apart !== null && apart < 0.5);
  });

  it('counts each expert of each recording, and nobody who is alone', () => {
    // Pairs (1, 3), (3, 1), (2, 6), (6, 2): the correlation of these by hand.
    const found = oneAgainstOthers([[1, 3], [2, 6], [7]]);
    assert.ok(found !== null && Math.abs(found + 6 / 14) < 1e-12, String(found));
    assert.equal(oneAgainstOthers([[7], [8]]), null);
  });
});

describe('same or another', () => {
  it('counts likeness, points and verdicts of both sides', () => {
    const pair = (same: boolean, likeness: number, score: number, verdict: string) => ({ same, likeness, score, verdict });
    const found = sameOrOther([
      ...[pair(true, -0.2, 90, 'scored'), pair(true, -1, 50, 'scored'), pair(true, -2, 0, 'wrong-sentence')],
      ...[pair(false, -1.5, 25, 'scored'), pair(false, -Infinity, 0, 'no-speech')],
    ]);
    assert.equal(found.aucSame, 5 / 6);
    assert.equal(found.meanScore, 140 / 3);
    assert.equal(found.meanScoreOther, 12.5);
    assert.equal(found.falseReject, 1 / 3);
    assert.equal(found.falseAccept, 1 / 2);
  });
});

describe('mixing with noise', () => {
  it('gives the ratio that is asked for, with noise that is shorter than the speech', () => {
    const speech = sine(200, 16000, 1, 0.1);
    for (const snrDb of [20, 10, 0]) {
      const mixed = mixedAt(speech, whiteNoise(5000, 0.3), snrDb, 0.7);
      const noise = mixed.map((sample, i) => sample - (speech[i] ?? 0));
      assert.ok(Math.abs(20 * Math.log10(rmsOf(speech) / rmsOf(noise)) - snrDb) < 0.01);
    }
  });

  it('turns a mix down that would clip', () => {
    const mixed = mixedAt(sine(200, 16000, 1, 1), whiteNoise(16000, 1), 0, 0);
    assert.ok(Math.abs(mixed.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) - 1) < 1e-6);
  });
});
