import assert from 'node:assert/strict';
import { seededRandom } from '../../../base/random';
import { contrastiveLoss } from '../../../pipeline/picture-training/contrastive';
import { embed, inputsOf, type NetworkWeights } from '../../../pipeline/picture-training/network';
import { ORIGINAL, trainPictures, type TrainingSet } from '../../../pipeline/picture-training/train';

const SHAPE = { height: 10, width: 10, tileHeight: 2, tileWidth: 2, hidden: 8, embedding: 3 };
const OPTIONS = { ...ORIGINAL, epochs: 150, rate: 3e-3 };

/** Noise, with the upper half brighter for natives. */
function someSet(): TrainingSet {
  const random = seededRandom(2);
  const some = (isNative: boolean): Float32Array[] =>
    Array.from({ length: 12 }, () => Float32Array.from({ length: inputsOf(SHAPE) }, (_, i) => random() + (isNative === i < 12 ? 0.5 : 0)));
  return { natives: some(true), foreigners: some(false) };
}

function train(set: TrainingSet, seed: number): { losses: number[]; weights: NetworkWeights } {
  const training = trainPictures(set, SHAPE, { ...OPTIONS, random: seededRandom(seed) });
  const losses: number[] = [];
  for (;;) {
    const { done, value } = training.next();
    if (done === true) return { losses, weights: value };
    losses.push(value);
  }
}

describe('training on pictures', () => {
  it('lets the loss fall, and puts natives nearer to natives than to foreigners', () => {
    const set = someSet();
    const { losses, weights } = train(set, 1);
    assert.equal(losses.length, OPTIONS.epochs);
    assert.ok((losses.at(-1) as number) < 0.2 * (losses[0] as number), `${losses[0]} to ${losses.at(-1)}`);
    const places = (pictures: readonly Float32Array[]): Float32Array[] => pictures.map((picture) => embed(weights, picture).embedding);
    const [natives, foreigners] = [places(set.natives), places(set.foreigners)];
    const distance = (a: Float32Array, b: Float32Array): number => Math.hypot(...a.map((value, i) => value - (b[i] as number)));
    const first = natives[0] as Float32Array;
    const nearest = Math.min(...foreigners.map((one) => distance(first, one)));
    for (const one of natives.slice(1)) assert.ok(distance(first, one) < nearest);
  });

  it('gives the same weights for the same seed, and others for another', () => {
    const [once, again, other] = [1, 1, 2].map((seed) => train(someSet(), seed).weights.embedding);
    assert.deepEqual(once, again);
    assert.notDeepEqual(once, other);
  });

  it('refuses a set with nothing to compare', () => {
    const { natives } = someSet();
    assert.throws(() => train({ natives, foreigners: [] }, 1), RangeError);
    assert.throws(() => train({ natives: natives.slice(0, 1), foreigners: natives }, 1), RangeError);
  });
});

describe('the contrastive loss', () => {
  const at = (...values: number[]): Float32Array => Float32Array.from(values);

  it('is half the squared distance of two of a kind', () => {
    assert.deepEqual(contrastiveLoss(at(3, 0), at(0, 4), true, 2), { loss: 12.5, gradient: at(3, -4) });
  });

  it('pushes others away up to the margin, and no further', () => {
    assert.deepEqual(contrastiveLoss(at(3, 4), at(0, 0), false, 10), { loss: 12.5, gradient: at(-3, -4) });
    assert.equal(contrastiveLoss(at(3, 0), at(0, 4), false, 2).loss, 0);
  });

  it('has no direction for two others in one point', () => {
    assert.deepEqual(contrastiveLoss(at(1, 1), at(1, 1), false, 2), { loss: 2, gradient: at(0, 0) });
  });
});
