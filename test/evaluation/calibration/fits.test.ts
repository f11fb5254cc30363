import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FITS, chooseMethod } from '../../../evaluation/calibration/choose';
import type { Rating } from '../../../evaluation/calibration/curve';
import { fitIsotonic } from '../../../evaluation/calibration/isotonic';
import { knotsOf } from '../../../evaluation/calibration/knots';
import { fitLogistic } from '../../../evaluation/calibration/logistic';
import { seededRandom } from '../../../base/random';
import { checkCalibration } from '../../../models/calibration-check';
import { calibratedScore } from '../../../pipeline/siamese/calibration';
import { scoreFromDistance } from '../../../pipeline/siamese/score';
import { calibrationOf } from '../../support/calibrations';
import { inventedRatings, normal, strict } from './ratings';

const rating = (distance: number, points: number): Rating => ({ distance, points, unit: '' });
const DISTANCES = Array.from({ length: 120 }, (_, i) => i / 30);

/** Ratings that nobody would give, and that a fit must outlive. */
function oddRatings(seed: number): Rating[] {
  const random = seededRandom(seed);
  const count = 20 + Math.floor(200 * random());
  const [centre, width] = [2 * random(), 10 ** (-4 * random())];
  const steps = [1, 5, 100][seed % 3] ?? 1;
  return Array.from({ length: count }, () =>
    rating(Math.max(0, centre + width * (random() - 0.5)), (100 * Math.round(steps * random())) / steps),
  );
}

for (const [name, fit] of Object.entries(FITS)) {
  describe(`The ${name} fit`, () => {
    it('never rises with the distance and stays from 0 to 100, whatever the ratings', () => {
      for (let seed = 1; seed <= 300; seed++) {
        const curve = fit(oddRatings(seed));
        let before = 100;
        for (const distance of DISTANCES) {
          const points = curve(distance);
          assert.ok(points <= before + 1e-9 && points >= 0, `seed ${seed}: ${points} at ${distance} after ${before}`);
          before = points;
        }
      }
    });

    it('becomes knots that a calibration may have, and that give the same scores', async () => {
      for (let seed = 1; seed <= 30; seed++) {
        const curve = fit(inventedRatings(seed, 80, strict));
        const knots = knotsOf(curve);
        checkCalibration(await calibrationOf('default', [], { knots }), 'a.json');
        const score = calibratedScore(knots);
        for (const distance of DISTANCES) assert.ok(Math.abs(score(distance) - curve(distance)) < 1, `${distance}`);
      }
    });

    it('does not depend on the order of the ratings', () => {
      const ratings = inventedRatings(3, 60, strict);
      const [one, other] = [fit(ratings), fit([...ratings].reverse())];
      for (const distance of DISTANCES) assert.ok(Math.abs(one(distance) - other(distance)) < 1e-6);
    });

    it('is flat or nearly so over ratings that rise with the distance', () => {
      const curve = fit(inventedRatings(1, 60, (distance) => 10 + 50 * distance));
      assert.ok(curve(0.3) - curve(1.5) < 1e-6);
    });
  });
}

describe('The logistic fit', () => {
  it('finds the curve that the ratings were made with', () => {
    const truth = (distance: number): number => 100 / (1 + Math.exp(4 * (distance - 0.8)));
    const curve = fitLogistic(inventedRatings(1, 400, (distance, random) => truth(distance) + 5 * normal(random)));
    for (const distance of [0.3, 0.8, 1.3]) assert.ok(Math.abs(curve(distance) - truth(distance)) < 3, `${curve(distance)}`);
  });

  it('goes on falling where nothing was rated', () => {
    const curve = fitLogistic(inventedRatings(2, 30, (distance) => 90 - 5 * distance).map((each) => ({ ...each, distance: each.distance / 3 })));
    assert.ok(curve(2) < curve(0.5) - 20, `${curve(2)} after ${curve(0.5)}`);
  });
});

describe('The isotonic fit', () => {
  it('follows a step that no logistic curve could', () => {
    const steps = (distance: number): number => (distance < 0.5 ? 90 : distance < 1.2 ? 50 : 10);
    const curve = fitIsotonic(inventedRatings(1, 400, (distance, random) => steps(distance) + 3 * normal(random)));
    for (const distance of [0.3, 0.8, 1.5]) assert.ok(Math.abs(curve(distance) - steps(distance)) < 4, `${curve(distance)}`);
  });

  it('goes on with the plain score\'s slope outside what was rated', () => {
    const curve = fitIsotonic(Array.from({ length: 30 }, (_, i) => rating(0.6 + i / 100, 80 - i)));
    assert.ok(Math.abs(curve(1.5) - curve(1) - (scoreFromDistance(1.5) - scoreFromDistance(1))) < 1e-9);
    assert.ok(Math.abs(curve(0.2) - curve(0.4) - 10) < 1e-9);
  });
});

describe('The choice of the fit', () => {
  const steps = (distance: number): number => (distance < 0.6 ? 95 : distance < 1.2 ? 90 : 5);

  it('is the logistic curve for few ratings, whatever their form', () => {
    assert.equal(chooseMethod(inventedRatings(1, 40, steps), 1), 'logistic');
  });

  it('is the free form for many that no logistic curve fits, and else the logistic one', () => {
    const noisy = (points: (distance: number) => number) => inventedRatings(1, 300, (distance, random) => points(distance) + 5 * normal(random));
    assert.equal(chooseMethod(noisy((distance) => (distance < 0.5 ? 95 : distance < 1.2 ? 50 : 5)), 1), 'isotonic');
    assert.equal(chooseMethod(noisy((distance) => 100 / (1 + Math.exp(3 * (distance - 1)))), 1), 'logistic');
  });
});
