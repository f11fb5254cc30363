import { witnessed, type Witness } from '../../../../pipeline/ear/contrasts/witness';

/** What was measured of a phone, and which member of its row it is. */
export interface Example {
  readonly measures: readonly number[];
  readonly member: number;
}

const STEPS = 400;
const RATE = 0.5;
const DECAY = 0.01;

/** Softmax regression by gradient descent, each member with the same weight however often it occurs. */
export function regression(examples: readonly Example[], members: number): Witness {
  const size = examples[0]?.measures.length ?? 0;
  const mean = Array.from({ length: size }, (_, k) => average(examples.map(({ measures }) => measures[k] as number)));
  const scale = mean.map((centre, k) => Math.sqrt(average(examples.map(({ measures }) => ((measures[k] as number) - centre) ** 2))) || 1);
  const weights = Array.from({ length: members }, () => new Array<number>(size + 1).fill(0));
  const counts = weights.map((_, member) => Math.max(1, examples.filter((example) => example.member === member).length));
  const witness = { mean, scale, weights };
  for (let step = 0; step < STEPS; step++) {
    const slopes = weights.map((row) => row.map((weight, i) => (i < size ? DECAY * weight : 0)));
    for (const { measures, member } of examples) {
      const share = 1 / (members * (counts[member] as number));
      witnessed(witness, measures).forEach((log, k) => {
        const error = share * (Math.exp(log) - (k === member ? 1 : 0));
        const row = slopes[k] as number[];
        for (let i = 0; i < size; i++) row[i] = (row[i] as number) + (error * ((measures[i] as number) - (mean[i] as number))) / (scale[i] as number);
        row[size] = (row[size] as number) + error;
      });
    }
    weights.forEach((row, k) => row.forEach((weight, i) => (row[i] = weight - RATE * (slopes[k]?.[i] as number))));
  }
  return witness;
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
