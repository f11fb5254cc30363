import { logSoftmax } from '../../pipeline/ear/log-softmax';
import { addProduct, alignBy, readSegment, type HeardRecording } from './heard-recording';
import { LENGTHS, PARTS, type ProbeWeights } from './probe-weights';

/** How well a probe hears the phones of recordings that say their text. */
export interface ProbeFigures {
  readonly phones: number;
  /** Share of the phones of which it finds the right one the likeliest. */
  readonly right: number;
  /** Mean over the phones of the logarithm of their probability less that of the likeliest. */
  readonly evidence: number;
}

/** @param recordings none of which the probe has learned from */
export function measureProbe({ frames, segments }: ProbeWeights, recordings: readonly HeardRecording[]): ProbeFigures {
  let [phones, right, evidence] = [0, 0, 0];
  for (const recording of recordings) {
    const found = alignBy(frames, recording);
    const inputs = new Float32Array(PARTS * recording.size + LENGTHS);
    found.forEach(({ symbol }, at) => {
      readSegment(recording, found, at, inputs);
      const row = segments.bias.slice();
      addProduct(row, inputs, segments.weights);
      const logs = logSoftmax(row).map((value, k) => (k === 0 ? -Infinity : value)); // 0 is the pause
      const lost = (logs[symbol] as number) - Math.max(...logs);
      phones += 1;
      right += lost === 0 ? 1 : 0;
      evidence += lost;
    });
  }
  return { phones, right: right / phones, evidence: evidence / phones };
}

/** The figures of several disjoint sets as one. */
export function pooledFigures(all: readonly ProbeFigures[]): ProbeFigures {
  const phones = all.reduce((sum, each) => sum + each.phones, 0);
  const mean = (key: 'right' | 'evidence'): number => all.reduce((sum, each) => sum + each[key] * each.phones, 0) / phones;
  return { phones, right: mean('right'), evidence: mean('evidence') };
}
