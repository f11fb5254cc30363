import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scatter } from '../../../evaluation/report-page/scatter';
import { reported } from './report-data';

const TEN = { low: 0, high: 10 };

/** Where the circles of scored recordings begin: their leftmost points, 4 units left of the centre. */
function circles(text: string): number[][] {
  return [...text.matchAll(/class="mark scored" d="M([\d.]+) ([\d.]+)a/g)].map(([, x, y]) => [Number(x) + 4, Number(y)]);
}

describe('The scatter', () => {
  it('puts the better rated further to the right and the better scored higher', () => {
    const [worst, middle, best] = circles(scatter([0, 5, 10].map((human) => reported({ human, score: 10 * human })), TEN, true).text);
    const [[x0, y0], [x1, y1], [x2, y2]] = [worst ?? [], middle ?? [], best ?? []] as [number[], number[], number[]];
    assert.ok(Number(x0) < Number(x1) && Number(x1) < Number(x2));
    assert.ok(Number(y0) > Number(y1) && Number(y1) > Number(y2));
  });

  it('follows the ends of another scale, and has no diagonal where there is none', () => {
    const { text } = scatter([reported({ human: 3, score: 50 })], { low: 1, high: 5 }, false);
    assert.deepEqual(circles(text)[0], circles(scatter([reported({ human: 5, score: 50 })], TEN, true).text)[0]);
    assert.ok(!text.includes('diagonal'));
  });

  it('gives each verdict a shape of its own, the refused on top, and names and counts them', () => {
    const pairs = [
      reported({ human: 5, verdict: 'wrong-sentence' }),
      reported({ human: 5, verdict: 'scored' }),
      reported({ human: 5, verdict: 'scored' }),
    ];
    const { text } = scatter(pairs, TEN, true);
    assert.ok(text.indexOf('mark wrong-sentence') > text.lastIndexOf('mark scored', text.indexOf('<ul')));
    assert.match(text, /<\/svg>scored \(2\)<\/li><li>.*wrong sentence \(1\)<\/li>/);
    const shapes = [...text.matchAll(/<path class="mark [a-z-]+" d="([^"]*)"\/>/g)].map(([, d]) => d);
    assert.equal(new Set(shapes).size, 2);
  });

  it('shows over a mark which recording it is', () => {
    const pair = reported({ human: 7.25, score: 66, learner: '/x/000560016.opus', fields: { speaker: '0056', text: 'mary is going' } });
    assert.match(scatter([pair], TEN, true).text, /<title>000560016, speaker 0056: rating 7\.3, score 66, scored\nmary is going<\/title>/);
    assert.match(scatter([{ ...pair, fields: { id: 'x7' } }], TEN, true).text, /<title>x7: rating/);
  });

  it('draws every so many of very many, and says so', () => {
    const pairs = Array.from({ length: 9000 }, (_, i) => reported({ human: i % 10, score: i % 100 }));
    const { text } = scatter(pairs, TEN, true);
    assert.equal(circles(text).length - 1, 3000); // one in the legend
    assert.ok(text.includes('Drawn: 3,000 of 9,000 recordings'));
  });
});
