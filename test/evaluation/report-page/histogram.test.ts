import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { histogram, histogramBars } from '../../../evaluation/report-page/histogram';
import { reported } from './report-data';

describe('The histogram', () => {
  const scores = [0, 9.99, 10, 55, 95, 100].map((score) => reported({ score }));
  const refused = ['wrong-sentence', 'wrong-sentence', 'clipped'].map((verdict) => reported({ verdict, score: 99 }));

  it('counts the scored in bins of ten points, 100 in the last, and the refused by verdict', () => {
    const bars = histogramBars([...scores, ...refused]).filter(({ count }) => count > 0);
    assert.deepEqual(bars.map(({ label, count }) => [label, count]), [
      ['90 to 100', 2],
      ['50 to 60', 1],
      ['10 to 20', 1],
      ['0 to 10', 2],
      ['wrong sentence', 2],
      ['clipped', 1],
    ]);
  });

  it('can be drawn without any pair, and tells its bars to those who can not see them', () => {
    assert.match(histogram('Own', histogramBars([]), 0).text, /<figcaption>Own, 0 pairs<\/figcaption>/);
    assert.match(histogram('Own', histogramBars(refused), 2).text, /aria-label="Own\. wrong sentence: 2, clipped: 1\."/);
  });
});
