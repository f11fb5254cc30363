import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { calibrationBins } from '../../../evaluation/report-page/calibration-bins';
import { calibrationCurve } from '../../../evaluation/report-page/calibration-curve';
import { reported } from './report-data';

const DRAWS = { resamples: 200, seed: 1 };
const speaker = (group: string, human: number, score: number) => reported({ group, human, score });

describe('The calibration curve', () => {
  it('takes the mean rating of the recordings in each ten points of score', () => {
    const pairs = [speaker('a', 2, 20), speaker('b', 4, 26), speaker('a', 9, 90), speaker('b', 10, 100)];
    const bins = calibrationBins(pairs, DRAWS);
    assert.deepEqual(bins, [
      { from: 20, n: 2, meanScore: 23, meanHuman: 3, interval: null },
      { from: 90, n: 2, meanScore: 95, meanHuman: 9.5, interval: null },
    ]);
  });

  it('gives an interval to bins of three speakers and more, which spans what they vary', () => {
    const pairs = ['a', 'b', 'c', 'd'].flatMap((name, i) => [speaker(name, 4 + i, 50), speaker(name, 4 + i, 55)]);
    const [bin] = calibrationBins(pairs, DRAWS);
    const [low, high] = bin?.interval ?? [0, 0];
    assert.ok(low >= 4 && low < 5.2 && high > 5.8 && high <= 7, `${low} to ${high}`);
  });

  it('tells each bin to those who can not see it', () => {
    const bins = [{ from: 50, n: 7, meanScore: 50, meanHuman: 5, interval: [2.5, 7.5] as const }];
    const { text } = calibrationCurve(bins, { low: 0, high: 10 }, true);
    assert.match(text, /mean rating 5\.00 \(95 %: 2\.50 to 7\.50\), 7 recordings/);
  });
});
