/** By Kingma and Ba 2014 ("Adam: a method for stochastic optimization"), with the paper's constants. */
const [MEAN_DECAY, SQUARE_DECAY, LEAST] = [0.9, 0.999, 1e-8];

/**
 * A step of Adam for some arrays of weights, which are changed in place.
 * @param rate how far a step goes at most, about
 * @returns what makes one step by the gradients, one for each array, which are set to 0 for the next
 */
export function adam(weights: readonly Float32Array[], rate: number): (gradients: readonly Float32Array[]) => void {
  const means = weights.map(({ length }) => new Float32Array(length));
  const squares = weights.map(({ length }) => new Float32Array(length));
  let step = 0;
  return (gradients) => {
    step += 1;
    const size = (rate * Math.sqrt(1 - SQUARE_DECAY ** step)) / (1 - MEAN_DECAY ** step);
    weights.forEach((values, k) => {
      const [mean, square, gradient] = [means[k], squares[k], gradients[k]] as [Float32Array, Float32Array, Float32Array];
      for (let i = 0; i < values.length; i++) {
        const by = gradient[i] as number;
        const m = (mean[i] = MEAN_DECAY * (mean[i] as number) + (1 - MEAN_DECAY) * by);
        const s = (square[i] = SQUARE_DECAY * (square[i] as number) + (1 - SQUARE_DECAY) * by * by);
        values[i] = (values[i] as number) - (size * m) / (Math.sqrt(s) + LEAST);
      }
      gradient.fill(0);
    });
  };
}
