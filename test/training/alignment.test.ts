import { strict as assert } from 'node:assert';
import { seededRandom } from '../../base/random';
import { alignEmbeddings } from '../../pipeline/siamese/align';
import { alignmentFacts } from '../../pipeline/siamese/facts';
import { matchFrames } from '../../pipeline/siamese/match';
import { cutPieces } from '../../pipeline/siamese/pieces';
import { needsPython } from '../support/python';
import { runTraining } from '../support/training';

const SIZE = 8;
const SCRIPT = `
import json, sys
import numpy as np
from alignment import align_many, aligned
found = []
given = [(np.array(pair["learner"]), np.array(pair["reference"])) for pair in json.load(sys.stdin)]
for together in [given[:-1], given[-1:]]:
    for (learner, reference), (cost, path) in zip(together, align_many(together)):
        said = aligned(learner, reference, cost, path)
        found.append(dict(match=[side.ravel().tolist() for side in said["match"]], cost=cost, path=[int(x) for p in path for x in p],
                          pieces=[list(map(int, p)) for p in said["pieces"]], facts=said["facts"].tolist()))
json.dump(found, sys.stdout)
`;

interface Found {
  readonly cost: number;
  readonly path: readonly number[];
  readonly match: readonly (readonly number[])[];
  readonly pieces: readonly (readonly number[])[];
  readonly facts: readonly number[];
}

/** Frames of learner and reference. Of the last three the whole table is not computed; the last one's band is found in a
 *  band. */
const LENGTHS = [[30, 21], [7, 60], [61, 9], [1, 1], [45, 45], [3, 130], [290, 410], [330, 185], [640, 620]] as const;
const BANDED_FROM = LENGTHS.length - 3;

describe('the alignment that training uses', () => {
  it('gives the same path, match, pieces and facts as the pipeline', function () {
    this.timeout(120_000);
    needsPython(this, 'numpy');
    const random = seededRandom(1);
    const frames = (count: number): number[][] =>
      Array.from({ length: count }, () => Array.from({ length: SIZE }, () => Math.fround(random() - 0.5)));
    const pairs = LENGTHS.map(([l, r]) => ({ learner: frames(l), reference: frames(r) }));
    const expected = runTraining(SCRIPT, pairs) as Found[];
    pairs.forEach(({ learner, reference }, i) => {
      const [L, R] = [learner.length, reference.length];
      const found = alignEmbeddings(Float32Array.from(learner.flat()), L, Float32Array.from(reference.flat()), R, SIZE);
      assert.equal(found.cosine.length < L * R, i >= BANDED_FROM);
      assert.deepEqual([...found.path], expected[i]?.path);
      assert.ok(Math.abs(found.cost - (expected[i]?.cost ?? NaN)) < 1e-6);
      const match = matchFrames(found);
      [match.learner, match.reference].forEach((side, k) =>
        side.forEach((x, j) => assert.ok(Math.abs(x - (expected[i]?.match[k]?.[j] ?? NaN)) < 1e-5, `match ${k} ${j}`)),
      );
      const pieces = cutPieces(found.path, L, R, { pieceFrames: 20, minLearnerFrames: 6, widenFrames: 3 });
      assert.deepEqual(
        pieces.map((p) => [p.referenceStart, p.referenceEnd, p.learnerStart, p.learnerEnd]),
        expected[i]?.pieces,
      );
      const facts = [...alignmentFacts(found.cost, match, pieces)];
      assert.equal(facts.length, expected[i]?.facts.length);
      facts.forEach((x, j) => assert.ok(Math.abs(x - (expected[i]?.facts[j] ?? NaN)) < 1e-5, `fact ${j}`));
    });
  });
});
