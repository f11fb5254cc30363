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

  it('draws bars as long as their counts, to the same measure in both panels', () => {
    const bars = histogramBars([...scores, ...refused]);
    // The longest bar may take 440 - 128 - 52 = 260 units.
    const widths = (most: number): string[] =>
      [...histogram('x', bars, most).text.matchAll(/<rect [^>]* width="([\d.]+)"/g)].map(([, width]) => width ?? '');
    assert.deepEqual(widths(2).filter((width) => width !== '0'), ['260', '130', '130', '260', '260', '130']);
    assert.deepEqual(widths(4).filter((width) => width !== '0'), ['130', '65', '65', '130', '130', '65']);
  });

  it('can be drawn without any pair, and tells its bars to those who can not see them', () => {
    assert.match(histogram('Own', histogramBars([]), 0).text, /<figcaption>Own, 0 pairs<\/figcaption>/);
    assert.match(histogram('Own', histogramBars(refused), 2).text, /aria-label="Own\. wrong sentence: 2, clipped: 1\."/);
  });
});
