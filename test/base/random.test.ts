import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pick, seededRandom } from '../../base/random';

describe('Seeded random numbers', () => {
  const draw = (seed: number, count: number): number[] => Array.from({ length: count }, seededRandom(seed));

  it('repeat with the seed and differ between seeds, 0 included', () => {
    assert.deepEqual(draw(1, 20), draw(1, 20));
    assert.notDeepEqual(draw(1, 20), draw(2, 20));
    assert.equal(new Set(draw(0, 100)).size, 100);
  });

  it('stay the same from version to version, because reported figures stand on them', () => {
    assert.deepEqual(draw(1, 4).map((value) => value.toFixed(6)), ['0.098218', '0.979027', '0.538309', '0.101660']);
  });

  it('fill the unit interval evenly', () => {
    const counts = new Array<number>(10).fill(0);
    for (const value of draw(1, 10_000)) {
      assert.ok(value >= 0 && value < 1);
      const bin = Math.floor(value * 10);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    for (const count of counts) assert.ok(count > 880 && count < 1120, counts.join(' '));
  });

  it('pick from what there is', () => {
    assert.equal(pick(['only'], seededRandom(1)), 'only');
    assert.throws(() => pick([], seededRandom(1)), RangeError);
  });
});
