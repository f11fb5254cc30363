import { pick, shuffled, type Random } from '../../base/random';
import { adam } from './adam';
import { contrastiveLoss } from './contrastive';
import { addGradient, embed, randomWeights, zeroWeights, type NetworkShape, type NetworkWeights } from './network';

/** Pictures as tiles, by who speaks. */
export interface TrainingSet {
  readonly natives: readonly Float32Array[];
  readonly foreigners: readonly Float32Array[];
}

export interface TrainingOptions {
  readonly epochs: number;
  /** Pairs of pictures between two steps. */
  readonly batch: number;
  readonly margin: number;
  readonly rate: number;
  readonly random: Random;
}

/** How the original project trained, but for the rate, which suits this network. */
export const ORIGINAL = { epochs: 100, batch: 64, margin: 2 } as const;
export const LESSON_RATE = 1e-3;

interface Pair {
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly isSame: boolean;
}

const listOf = ({ hidden, hiddenBias, embedding, embeddingBias }: NetworkWeights): Float32Array[] => [hidden, hiddenBias, embedding, embeddingBias];

/**
 * Trains a Siamese network as the original project did: two natives are alike, a native and a foreigner are not, whatever they say.
 * Yields the mean loss of each epoch's pairs, so that the caller decides when to rest; returns the weights.
 * @throws RangeError with fewer than two natives or no foreigner
 */
export function* trainPictures(set: TrainingSet, shape: NetworkShape, { epochs, batch, margin, rate, random }: TrainingOptions): Generator<number, NetworkWeights> {
  if (set.natives.length < 2 || set.foreigners.length < 1) throw new RangeError('two natives and a foreigner are the least');
  const weights = randomWeights(shape, random);
  const gradient = zeroWeights(shape);
  const step = adam(listOf(weights), rate);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const pairs = pairsOf(set, random);
    let sum = 0;
    for (let start = 0; start < pairs.length; start += batch) {
      const some = pairs.slice(start, start + batch);
      for (const pair of some) sum += addPair(weights, pair, margin, 1 / some.length, gradient);
      step(listOf(gradient));
    }
    yield sum / pairs.length;
  }
  return weights;
}

/** Each native once with another native, and once with a foreigner, in a random order. */
function pairsOf({ natives, foreigners }: TrainingSet, random: Random): Pair[] {
  const pairs = natives.flatMap((first): Pair[] => [
    { first, second: pick(natives.filter((each) => each !== first), random), isSame: true },
    { first, second: pick(foreigners, random), isSame: false },
  ]);
  return shuffled(pairs, random);
}

/** Adds `share` of a pair's gradient. @returns the pair's loss */
export function addPair(weights: NetworkWeights, { first, second, isSame }: Pair, margin: number, share: number, gradient: NetworkWeights): number {
  const [one, other] = [embed(weights, first), embed(weights, second)];
  const { loss, gradient: by } = contrastiveLoss(one.embedding, other.embedding, isSame, margin);
  addGradient(weights, first, one, by.map((value) => share * value), gradient);
  addGradient(weights, second, other, by.map((value) => -share * value), gradient);
  return loss;
}
