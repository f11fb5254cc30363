import assert from 'node:assert/strict';
import { alignEmbeddings } from '../../../pipeline/siamese/align';
import { MATCH_SIZE, matchFrames } from '../../../pipeline/siamese/match';
import { randomValues } from './random-values';

const SIZE = 32;
const FRAMES = 40;

function matched(learner: Float32Array, reference: Float32Array): { cosines: number[]; shares: number[] } {
  const [L, R] = [learner.length / SIZE, reference.length / SIZE];
  const { learner: found } = matchFrames(alignEmbeddings(learner, L, reference, R, SIZE));
  const column = (which: number): number[] => [...found].filter((_, i) => i % MATCH_SIZE === which);
  return { cosines: column(0), shares: column(1) };
}

describe('matchFrames', () => {
  const speech = randomValues(1, FRAMES * SIZE);

  it('finds every frame of a recording nearest to itself', () => {
    const { cosines, shares } = matched(speech, speech);
    for (const cosine of cosines) assert.ok(Math.abs(cosine - 1) < 1e-5, String(cosine));
    for (const share of shares) assert.ok(share < 0.01, String(share));
  });

  it('keeps the share low for a voice that is everywhere less like the reference, as the cosine falls', () => {
    const noise = randomValues(2, FRAMES * SIZE);
    const { cosines, shares } = matched(speech.map((x, i) => x + 0.9 * (noise[i] ?? 0)), speech);
    const mean = (values: number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
    assert.ok(mean(cosines) < 0.85, String(mean(cosines)));
    assert.ok(mean(shares) < 0.02, String(mean(shares)));
  });

  it('gives about half of the rivals to another text', () => {
    const { shares } = matched(randomValues(3, FRAMES * SIZE), speech);
    const mean = shares.reduce((sum, x) => sum + x, 0) / shares.length;
    assert.ok(mean > 0.1 && mean < 0.6, String(mean));
  });

  it('counts the rivals inside the band only', () => {
    // Frame 0 is paired with itself; frames 4 and 6 are rivals, and only the first is nearer.
    const own = Float32Array.of(0.5, 0, 0, 0, 0.9, 0, 0.1);
    const of = (columns: number): number | undefined => {
      const band = { from: Int32Array.of(0), to: Int32Array.of(columns - 1), start: Int32Array.of(0, columns) };
      return matchFrames({ band, cosine: own.subarray(0, columns), path: Int32Array.of(0, 0) }).learner[1];
    };
    assert.ok(Math.abs((of(5) ?? NaN) - 1 / (1 + Math.exp(-4))) < 1e-6);
    assert.ok((of(7) ?? NaN) < 0.4);
  });

  it('stays undecided where a recording is too short for rivals', () => {
    const short = speech.subarray(0, 3 * SIZE);
    assert.deepEqual(matched(short, short).shares, [0.5, 0.5, 0.5]);
  });
});
