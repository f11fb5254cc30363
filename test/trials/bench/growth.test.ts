import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { timed, verdictOf, type Figure } from '../../../trials/bench/figure';
import { growthFigure } from '../../../trials/bench/sections/growth';

function figures(ms: (seconds: number) => number): Map<number, Figure> {
  return new Map([1, 3, 10, 30].map((seconds) => [seconds, timed('x', 'x', { cpu: { median: 0, p95: 0, least: ms(seconds) }, wall: { median: 0, p95: 0, least: 0 } })]));
}

const growthOf = (ms: (seconds: number) => number) => growthFigure('x', 'x', figures(ms)).at(-1);

describe('The growth with the length of the audio', () => {
  it('is linear where each second takes as long, also where something is paid once', () => {
    assert.equal(growthOf((seconds) => 4 * seconds)?.value, 1);
    assert.equal(verdictOf(growthOf((seconds) => 4 * seconds)!, 1), 'passed');
    assert.equal(verdictOf(growthOf((seconds) => 20 + 4 * seconds)!, 1), 'passed');
  });

  it('is not where it is with the square of the length', () => {
    assert.equal(growthOf((seconds) => seconds ** 2)?.value, 10);
    assert.equal(verdictOf(growthOf((seconds) => 10 * seconds + seconds ** 2)!, 1), 'MISSED');
  });

  it('may make a second of the longest utterance 1.3 times as slow as a second of 3 s', () => {
    const slowedBy = (ratio: number) => verdictOf(growthOf((seconds) => (seconds === 30 ? ratio : 1) * seconds)!, 1);
    assert.deepEqual([slowedBy(1.29), slowedBy(1.31)], ['passed', 'MISSED']);
  });

  it('is given for each length, and not judged where nothing is longer than 3 s', () => {
    const all = growthFigure('x', 'x', figures((seconds) => 4 * seconds));
    assert.deepEqual(all.slice(0, 4).map(({ value, unit }) => [value, unit]), new Array(4).fill([4, 'ms/s']));
    const short = new Map([...figures(() => 5)].slice(0, 2));
    assert.ok(growthFigure('x', 'x', short).every((figure) => verdictOf(figure, 1) === null));
  });

  it('is not here where nothing was measured', () => {
    const none = new Map([3, 30].map((seconds) => [seconds, timed('x', 'x', null)]));
    assert.equal(verdictOf(growthFigure('x', 'x', none).at(-1)!, 1), 'not here');
  });
});
