import type { Regression } from './regression';
import { storedWeights, withWeights, type StoredWeights } from './onnx-weights';

/** The two regressions of a phone probe: see training/ear/korean. */
export interface ProbeWeights {
  /** Which phone a frame is of, and 0 for a pause: size x classes. */
  readonly frames: Regression;
  /** Which phone a segment is: (PARTS x size + LENGTHS) x classes. */
  readonly segments: Regression;
}

export const PARTS = 5;
export const LENGTHS = 3;

/** The weights in a probe's graph. @throws RangeError where it has others than a probe's */
export function readProbe(graph: Uint8Array): ProbeWeights {
  const { byFrame, frameBias, wide, lengths } = tensorsOf(graph);
  const [size = 0, classes = 0] = byFrame.dims;
  const weights = new Float32Array((PARTS * size + LENGTHS) * classes);
  eachWide(size, classes, (own, stored) => (weights[own] = wide.data[stored] as number));
  weights.set(lengths.data.subarray(0, LENGTHS * classes), PARTS * size * classes);
  return {
    frames: { weights: byFrame.data, bias: frameBias.data },
    segments: { weights, bias: lengths.data.slice(LENGTHS * classes) },
  };
}

/** The same graph with other weights. */
export function writeProbe(graph: Uint8Array, { frames, segments }: ProbeWeights): Uint8Array {
  const { byFrame, frameBias, wide, lengths } = tensorsOf(graph);
  const [size = 0, classes = 0] = byFrame.dims;
  const stored = new Float32Array(wide.data.length);
  eachWide(size, classes, (own, place) => (stored[place] = segments.weights[own] as number));
  const ends = new Float32Array(lengths.data.length);
  ends.set(segments.weights.subarray(PARTS * size * classes));
  ends.set(segments.bias, LENGTHS * classes);
  return withWeights(graph, new Map([[byFrame.name, frames.weights], [frameBias.name, frames.bias], [wide.name, stored], [lengths.name, ends]]));
}

/** The graph has the parts of a segment side by side (size x parts x classes), the regression one below the other. */
function eachWide(size: number, classes: number, visit: (own: number, stored: number) => void): void {
  for (let part = 0; part < PARTS; part++) {
    for (let i = 0; i < size; i++) {
      for (let k = 0; k < classes; k++) visit((part * size + i) * classes + k, (i * PARTS + part) * classes + k);
    }
  }
}

function tensorsOf(graph: Uint8Array): Readonly<Record<'byFrame' | 'frameBias' | 'wide' | 'lengths', StoredWeights>> {
  const [byFrame, frameBias, wide, lengths] = storedWeights(graph);
  const [size = 0, classes = 0] = byFrame?.dims ?? [];
  if (byFrame === undefined || frameBias === undefined || wide === undefined || lengths === undefined) throw new RangeError('no phone probe');
  const forms = [frameBias, wide, lengths].map(({ dims }) => dims.join());
  if (forms.join(' ') !== `${classes} ${size},${PARTS * classes} ${LENGTHS + 1},${classes}`) throw new RangeError('no phone probe');
  return { byFrame, frameBias, wide, lengths };
}
