import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chanceOf } from '../../../evaluation/calibration/chance';
import { crossValidated } from '../../../evaluation/calibration/cross-validate';
import { fitMap, type Finding } from '../../../evaluation/calibration/fit-map';
import { foldsOf } from '../../../evaluation/calibration/folds';
import { shuffled, seededRandom } from '../../../base/random';
import { inventedRatings, normal, strict } from './ratings';

const OPTIONS = { span: 10, seed: 1, shuffles: 99, resamples: 10 };

describe('Folds', () => {
  it('leave out each of a few units, and a tenth of many; each rating once, no unit in two', () => {
    for (const [count, perSpeaker, folds] of [[20, 0, 20], [40, 0, 40], [41, 0, 10], [100, 10, 10], [400, 4, 10]] as const) {
      const ratings = inventedRatings(1, count, strict, perSpeaker);
      const lists = foldsOf(ratings, 1);
      assert.equal(lists.length, folds);
      assert.deepEqual(new Set(lists.flat()), new Set(ratings));
      assert.equal(lists.flat().length, count);
      const units = lists.map((list) => new Set(list.map(({ unit }) => unit)));
      assert.equal(units.reduce((sum, { size }) => sum + size, 0), new Set(ratings.map(({ unit }) => unit)).size);
    }
  });

  it('are the same for a seed', () => {
    const ratings = inventedRatings(1, 100, strict);
    assert.deepEqual(foldsOf(ratings, 5), foldsOf(ratings, 5));
    assert.notDeepEqual(foldsOf(ratings, 5), foldsOf(ratings, 6));
  });
});

describe('Cross-validation', () => {
  it('predicts a rating from the others only', () => {
    const folds = foldsOf(inventedRatings(1, 20, strict), 1);
    const seen = crossValidated((ratings) => (distance) => (ratings.some((rating) => rating.distance === distance) ? 1 : 0), folds);
    assert.deepEqual([seen.length, seen.filter(({ predicted }) => predicted === 1).length], [20, 0]);
  });
});

describe('A map to ratings', function () {
  this.timeout(300_000);

  /** How often 100 invented sets of ratings come to a finding. */
  function share(finding: Finding, make: (seed: number) => ReturnType<typeof inventedRatings>): number {
    let found = 0;
    for (let seed = 1; seed <= 100; seed++) found += fitMap(make(seed), { ...OPTIONS, seed }).finding === finding ? 1 : 0;
    return found / 100;
  }

  for (const count of [20, 40]) {
    it(`helps in at most 5 of 100 cases where ${count} ratings are random`, () => {
      assert.ok(share('helps', (seed) => inventedRatings(seed, count, (_, random) => 10 * Math.floor(11 * random()))) <= 0.05);
    });
  }

  it('helps in at most 5 of 100 cases where true ratings of speakers were shuffled', () => {
    const make = (seed: number) => {
      const ratings = inventedRatings(seed, 60, strict, 6);
      const points = shuffled(ratings.map((rating) => rating.points), seededRandom(seed));
      return ratings.map((rating, i) => ({ ...rating, points: points[i] ?? 0 }));
    };
    assert.ok(share('helps', make) <= 0.05);
  });

  it('helps in at most 5 of 100 cases where ratings and distances go by the speaker, but have nothing to do with each other', () => {
    const make = (seed: number) => {
      const random = seededRandom(seed);
      const speakers = Array.from({ length: 8 }, (_, k) => ({ distance: 0.3 + random(), points: 100 * random(), unit: `speaker ${k}` }));
      return speakers.flatMap(({ distance, points, unit }) =>
        Array.from({ length: 5 }, () => ({ distance: distance + 0.1 * random(), points: Math.min(100, points + 5 * random()), unit })),
      );
    };
    assert.ok(share('helps', make) <= 0.05);
  });

  it('helps as good as always where 20 ratings of a strict teacher go with the score', () => {
    assert.ok(share('helps', (seed) => inventedRatings(seed, 20, strict)) >= 0.95);
  });

  it('does not help where the scores are the ratings already', () => {
    const fair = (distance: number, random: () => number): number => 100 - 50 * distance + 10 * normal(random);
    assert.ok(share('no gain', (seed) => inventedRatings(seed, 60, fair)) >= 0.95);
  });

  it('says that ratings fall, where a small number is the best mark', () => {
    assert.ok(share('falling', (seed) => inventedRatings(seed, 30, (distance, random) => 100 - strict(distance, random))) === 1);
    assert.ok(share('falling', (seed) => inventedRatings(seed, 30, (_, random) => 100 * random())) <= 0.05);
  });

  it('gives its errors in points of the teacher\'s scale, and its intervals around them', () => {
    const ratings = inventedRatings(1, 60, strict);
    const ten = fitMap(ratings, { ...OPTIONS, span: 10, resamples: 200 });
    const hundred = fitMap(ratings, { ...OPTIONS, span: 100, resamples: 200 });
    for (const when of ['before', 'after'] as const) {
      const { agreement, intervals } = ten[when];
      assert.ok(Math.abs(10 * agreement.rmse - hundred[when].agreement.rmse) < 1e-9);
      assert.equal(agreement.spearman, hundred[when].agreement.spearman);
      for (const key of ['rmse', 'mae', 'pearson', 'spearman'] as const) {
        const [low = NaN, high = NaN] = intervals[key] ?? [];
        assert.ok(low <= Number(agreement[key]) && Number(agreement[key]) <= high, `${when} ${key}`);
      }
    }
    // 25 points too many and a noise of 10 before, the noise alone after.
    assert.ok(Math.abs(ten.before.agreement.rmse - Math.hypot(2.5, 1)) < 0.4, `${ten.before.agreement.rmse}`);
    assert.ok(Math.abs(ten.after.agreement.rmse - 1) < 0.25, `${ten.after.agreement.rmse}`);
  });
});

describe('What is due to chance', () => {
  it('is told by a p value that is even where there is no relation: a tenth lies below 0.1', () => {
    const values = Array.from({ length: 200 }, (_, seed) => chanceOf(inventedRatings(seed + 1, 20, (__, random) => 100 * random()), 99, seed));
    const below = values.filter((p) => p <= 0.1).length / 200;
    assert.ok(below > 0.04 && below < 0.17, `${below}`);
    assert.ok(Math.min(...values) >= 0.01 && Math.max(...values) <= 1);
  });
});
