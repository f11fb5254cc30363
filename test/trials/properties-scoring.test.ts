import assert from 'node:assert/strict';
import fc from 'fast-check';

import { alignEmbeddings } from '../../pipeline/siamese/align';
import { calibratedScore } from '../../pipeline/siamese/calibration';
import { cutPieces } from '../../pipeline/siamese/pieces';
import { scoreFromDistance, tierOf } from '../../pipeline/siamese/score';

const SIZE = 4;
const embedding = fc.integer({ min: 1, max: 30 }).chain((frames) =>
  fc.float32Array({ noNaN: true, noDefaultInfinity: true, min: -100, max: 100, minLength: frames * SIZE, maxLength: frames * SIZE }),
);

describe('For any two recordings', () => {
  it('the alignment goes from the first frames to the last, never back, and costs 0 to 2', () => {
    fc.assert(fc.property(embedding, embedding, (learner, reference) => {
      const [L, R] = [learner.length / SIZE, reference.length / SIZE];
      const { path, cost } = alignEmbeddings(learner, L, reference, R, SIZE);
      assert.deepEqual([...path.slice(0, 2), ...path.slice(-2)], [0, 0, L - 1, R - 1]);
      for (let p = 2; p < path.length; p += 2) {
        const steps = [(path[p] ?? NaN) - (path[p - 2] ?? NaN), (path[p + 1] ?? NaN) - (path[p - 1] ?? NaN)];
        assert.ok(steps.every((step) => step === 0 || step === 1) && steps.includes(1), steps.join());
      }
      assert.ok(cost >= -1e-6 && cost <= 2 + 1e-6, String(cost));
    }));
  });

  it('the alignment ends, whatever a broken encoder gives', () => {
    const broken = (frames: number) => fc.float32Array({ minLength: frames * SIZE, maxLength: frames * SIZE });
    fc.assert(fc.property(broken(8), broken(5), (learner, reference) => {
      const { path } = alignEmbeddings(learner, 8, reference, 5, SIZE);
      assert.deepEqual([...path.slice(0, 2), ...path.slice(-2)], [0, 0, 7, 4]);
    }));
  });

  it('the pieces cover the reference without a gap, each with frames of the learner', () => {
    fc.assert(fc.property(embedding, embedding, fc.integer({ min: 1, max: 50 }), (learner, reference, pieceFrames) => {
      const [L, R] = [learner.length / SIZE, reference.length / SIZE];
      const { path } = alignEmbeddings(learner, L, reference, R, SIZE);
      const pieces = cutPieces(path, L, R, { pieceFrames, minLearnerFrames: 6, widenFrames: 3 });
      let end = 0;
      for (const piece of pieces) {
        assert.equal(piece.referenceStart, end);
        assert.ok(piece.learnerStart >= 0 && piece.learnerStart < piece.learnerEnd && piece.learnerEnd <= L);
        end = piece.referenceEnd;
      }
      assert.equal(end, R);
    }));
  });
});

describe('For any distance', () => {
  const distance = fc.double({ noNaN: true });
  it('a score is 0 to 100 and never rises with it', () => {
    fc.assert(fc.property(distance, distance, (a, b) => {
      const [near, far] = [scoreFromDistance(Math.min(a, b)), scoreFromDistance(Math.max(a, b))];
      assert.ok(far >= 0 && near <= 100 && near >= far);
      assert.notEqual(tierOf(near), null);
    }));
  });

  it('so is one that went through a calibration', () => {
    const step = fc.double({ min: 1e-9, max: 1e5, noNaN: true });
    const knots = fc.array(step, { minLength: 2, maxLength: 12 }).chain((distances) =>
      fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: distances.length, maxLength: distances.length }).map((scores) => {
        let sum = 0;
        const [rising, falling] = [distances.map((more) => (sum += more)), scores.sort((a, b) => b - a)];
        return rising.map((at, i) => ({ distance: at, score: falling[i] ?? 0 }));
      }),
    );
    fc.assert(fc.property(knots, distance, distance, (list, a, b) => {
      const score = calibratedScore(list);
      const [near, far] = [score(Math.min(a, b)), score(Math.max(a, b))];
      assert.ok(far >= 0 && near <= 100 && near >= far - 1e-9, `${near} ${far}`);
    }));
  });
});
