import assert from 'node:assert/strict';
import { monotoneCubic } from '../../../pipeline/siamese/monotone-cubic';
import { randomValues } from './random-values';

/** The data of Fritsch and Carlson's paper (RPN 14), on which an ordinary spline overshoots. */
const RPN14 = [
  [7.99, 0], [8.09, 2.76429e-5], [8.19, 4.37498e-2], [8.7, 0.169183], [9.2, 0.469428], [10, 0.94374], [12, 0.998636], [15, 0.999919], [20, 0.999994],
].map(([x = 0, y = 0]) => ({ x, y }));

describe('monotoneCubic', () => {
  it('goes through its points and keeps the ends outside', () => {
    const curve = monotoneCubic(RPN14);
    for (const { x, y } of RPN14) assert.ok(Math.abs(curve(x) - y) < 1e-12);
    assert.deepEqual([curve(0), curve(100)], [0, 0.999994]);
  });

  it('rises wherever the points rise, on the data of the paper', () => {
    const curve = monotoneCubic(RPN14);
    let before = -Infinity;
    for (let x = 7.9; x <= 20.1; x += 0.001) {
      assert.ok(curve(x) >= before - 1e-12, `at ${x}`);
      before = curve(x);
    }
  });

  it('is a straight line through points on one, and the only value of a single point', () => {
    const line = monotoneCubic([0, 1, 3, 4].map((x) => ({ x, y: 10 - 2 * x })));
    for (const x of [0.3, 1.7, 3.9]) assert.ok(Math.abs(line(x) - (10 - 2 * x)) < 1e-12);
    assert.equal(monotoneCubic([{ x: 1, y: 5 }])(7), 5);
  });

  it('is smooth: its slope does not jump at a point', () => {
    const curve = monotoneCubic(RPN14);
    const slope = (x: number, h: number): number => (curve(x + h) - curve(x)) / h;
    for (const { x } of RPN14.slice(1, -1)) assert.ok(Math.abs(slope(x, 1e-6) - slope(x, -1e-6)) < 1e-3, `at ${x}`);
  });

  it('never turns back between random points that fall', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const values = randomValues(seed, 24).map(Math.abs);
      let [x, y] = [0, 100];
      const points = Array.from({ length: 12 }, (_, i) => {
        x += 0.001 + (values[2 * i] ?? 0) ** 3;
        y -= (i % 4 === 0 ? 0 : 1) * 30 * (values[2 * i + 1] ?? 0) ** 4;
        return { x, y };
      });
      const curve = monotoneCubic(points);
      let before = Infinity;
      for (let at = -0.1; at < x + 0.1; at += 0.005) {
        assert.ok(curve(at) <= before + 1e-9, `seed ${seed} at ${at}`);
        before = curve(at);
      }
    }
  });
});
