import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { bootstrapIntervals, noIntervals } from '../../evaluation/bootstrap';

const OPTIONS = { resamples: 1000, seed: 1 };

interface Item {
  readonly speaker: string;
  readonly value: number;
}

function mean(items: readonly Item[]): { mean: number | null } {
  return { mean: items.length === 0 ? null : items.reduce((sum, { value }) => sum + value, 0) / items.length };
}

const speakerOf = ({ speaker }: Item): string => speaker;

describe('Bootstrap intervals', () => {
  it('are as wide as theory says for the mean of independent groups', () => {
    // 100 groups of one, values 0 to 99: standard error 28.87 / 10, so 49.5 -+ 5.66.
    const items = Array.from({ length: 100 }, (_, i) => ({ speaker: `s${i}`, value: i }));
    const [low, high] = bootstrapIntervals(items, speakerOf, mean, OPTIONS).mean ?? [0, 0];
    assert.ok(Math.abs(low - 43.84) < 0.7, `low ${low}`);
    assert.ok(Math.abs(high - 55.16) < 0.7, `high ${high}`);
  });

  it('draw whole groups: many recordings of few speakers say little more than one of each', () => {
    const items = Array.from({ length: 1000 }, (_, i) => ({ speaker: `s${i % 4}`, value: i % 4 }));
    const [low, high] = bootstrapIntervals(items, speakerOf, mean, OPTIONS).mean ?? [0, 0];
    assert.ok(high - low > 1.5, `${low} to ${high}`);
  });

  it('are the same for the same seed', () => {
    const items = Array.from({ length: 30 }, (_, i) => ({ speaker: `s${i % 7}`, value: i * i }));
    const [one, again, other] = [1, 1, 2].map((seed) =>
      bootstrapIntervals(items, speakerOf, mean, { resamples: 200, seed }),
    );
    assert.deepEqual(one, again);
    assert.notDeepEqual(one, other);
  });

  it('have the form of the figures', () => {
    const items = Array.from({ length: 20 }, (_, i) => ({ speaker: `s${i}`, value: i }));
    const nested = bootstrapIntervals(items, speakerOf, (sample) => ({ first: { second: mean(sample) }, none: null }), OPTIONS);
    assert.deepEqual(nested, { first: { second: bootstrapIntervals(items, speakerOf, mean, OPTIONS) }, none: null });
    assert.deepEqual(noIntervals({ first: { second: 3 }, third: null }), { first: { second: null }, third: null });
  });

  it('are null where most draws can not compute the figure', () => {
    const items = [{ speaker: 'a', value: 1 }];
    assert.deepEqual(bootstrapIntervals(items, speakerOf, () => ({ mean: null }), OPTIONS), { mean: null });
  });
});
