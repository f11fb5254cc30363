/** Below this distance two embeddings are one point, and the direction from one to the other is not defined. */
const SAME_POINT = 1e-6;

/**
 * The contrastive loss of two embeddings, by Hadsell, Chopra and LeCun 2006 ("Dimensionality reduction by learning an
 * invariant mapping"): half the squared distance of two of a kind; of others half the square of what their distance lacks to
 * the margin.
 * @returns the loss, and its gradient by the first embedding; by the second it is the negative of that
 */
export function contrastiveLoss(first: Float32Array, second: Float32Array, isSame: boolean, margin: number): { loss: number; gradient: Float32Array } {
  const difference = first.map((value, i) => value - (second[i] as number));
  const distance = Math.hypot(...difference);
  if (isSame) return { loss: distance ** 2 / 2, gradient: difference };
  const lacking = Math.max(0, margin - distance);
  const factor = distance < SAME_POINT ? 0 : -lacking / distance;
  return { loss: lacking ** 2 / 2, gradient: difference.map((value) => factor * value) };
}
