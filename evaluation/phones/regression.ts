import { shuffled, type Random } from '../../base/random';

/** Weights of a softmax regression: inputs x classes, row-major, and one bias a class. */
export interface Regression {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** What a regression learns from. */
export interface Examples {
  readonly count: number;
  readonly inputs: number;
  /** Writes the inputs of an example into `to`. */
  readonly read: (example: number, to: Float32Array) => void;
  readonly classOf: (example: number) => number;
}

export interface Learning {
  readonly epochs: number;
  /** Of the first step; it falls to 0 by half a cosine. */
  readonly rate: number;
  /** How strongly the weights are drawn back to where they began: that share of them a step, times the rate. */
  readonly pull: number;
  /** From 0 to 1, for the order of the examples. */
  readonly random: Random;
  /** Called after each epoch, so that others get a turn. */
  readonly rest?: () => Promise<void>;
}

const BATCH = 32;
/** Adam (Kingma and Ba, 2015). */
const MOMENTUM = 0.9;
const SQUARES = 0.999;
const TINY = 1e-8;

/**
 * Goes on learning from known weights by AdamW, drawn back to them. Classes without an example keep theirs, and are no alternatives: what
 * is not among the examples is not unlearned.
 */
export async function learnOn(start: Regression, examples: Examples, { epochs, rate, pull, random, rest }: Learning): Promise<Regression> {
  const classes = start.bias.length;
  const known = presentClasses(examples, classes);
  const size = (examples.inputs + 1) * classes; // the bias is the last row
  const first = new Float32Array(size);
  first.set(start.weights);
  first.set(start.bias, examples.inputs * classes);
  const weights = first.slice();
  const [gradient, mean, square] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)];
  const inputs = new Float32Array(examples.inputs + 1);
  const row = new Float32Array(classes);
  const all = Array.from({ length: examples.count }, (_, i) => i);
  const steps = epochs * Math.ceil(examples.count / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(all, random);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      gradient.fill(0);
      for (const example of batch) {
        examples.read(example, inputs);
        inputs[examples.inputs] = 1;
        errorsOf(weights, inputs, known, examples.classOf(example), row);
        addGradient(gradient, inputs, row, batch.length);
      }
      const now = rate * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
      step += 1;
      const [bias1, bias2] = [1 - MOMENTUM ** step, 1 - SQUARES ** step];
      for (let i = 0; i < size; i++) {
        const g = gradient[i] as number;
        const m = MOMENTUM * (mean[i] as number) + (1 - MOMENTUM) * g;
        const s = SQUARES * (square[i] as number) + (1 - SQUARES) * g * g;
        mean[i] = m;
        square[i] = s;
        const was = weights[i] as number;
        weights[i] = was - now * (m / bias1 / (Math.sqrt(s / bias2) + TINY) + pull * (was - (first[i] as number)));
      }
    }
    await rest?.();
  }
  return { weights: weights.slice(0, examples.inputs * classes), bias: weights.slice(examples.inputs * classes) };
}

function presentClasses({ count, classOf }: Examples, classes: number): boolean[] {
  const present = new Array<boolean>(classes).fill(false);
  for (let i = 0; i < count; i++) present[classOf(i)] = true;
  return present;
}

/** Probability of each known class less 1 for the right one; 0 for the others. */
function errorsOf(weights: Float32Array, inputs: Float32Array, known: readonly boolean[], own: number, out: Float32Array): void {
  const classes = out.length;
  out.fill(0);
  for (let i = 0; i < inputs.length; i++) {
    const value = inputs[i] as number;
    for (let k = 0, at = i * classes; k < classes; k++, at++) out[k] = (out[k] as number) + value * (weights[at] as number);
  }
  let most = -Infinity;
  known.forEach((is, k) => (most = is ? Math.max(most, out[k] as number) : most));
  let sum = 0;
  known.forEach((is, k) => {
    out[k] = is ? Math.exp((out[k] as number) - most) : 0;
    sum += out[k];
  });
  for (let k = 0; k < classes; k++) out[k] = (out[k] as number) / sum;
  out[own] = (out[own] as number) - 1;
}

function addGradient(gradient: Float32Array, inputs: Float32Array, errors: Float32Array, count: number): void {
  const classes = errors.length;
  for (let i = 0; i < inputs.length; i++) {
    const value = (inputs[i] as number) / count;
    for (let k = 0, at = i * classes; k < classes; k++, at++) gradient[at] = (gradient[at] as number) + value * (errors[k] as number);
  }
}
