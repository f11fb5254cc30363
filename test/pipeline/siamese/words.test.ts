import assert from 'node:assert/strict';
import { scoreWords } from '../../../pipeline/siamese/words';

/** Pairs of learner and reference frame as a path. */
const pathOf = (...pairs: readonly (readonly [number, number])[]): Int32Array => Int32Array.from(pairs.flat());

/** Both say the same at the same pace. */
const diagonal = (frames: number): Int32Array => pathOf(...Array.from({ length: frames }, (_, i) => [i, i] as const));

const TIMES = { frameMs: 40, learnerStartMs: 0, referenceStartMs: 0 };
const word = (text: string, startMs: number, endMs: number) => ({ text, startMs, endMs });
const near = (actual: number | undefined, expected: number): void => {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-4, `${actual}, not ${expected}`);
};

describe('scoreWords', () => {
  it('gives every word the score of the recording where all frames are alike', () => {
    const words = [word('one', 0, 120), word('two', 120, 240)];
    const comparison = { distance: 0.5, frameDistance: new Float32Array(6).fill(0.9), path: diagonal(6) };
    assert.deepEqual(scoreWords(words, comparison, TIMES).map(({ text, score }) => [text, score]), [['one', 75], ['two', 75]]);
  });

  it('spreads the recording\'s distance by the root of the frames\' share', () => {
    // The mean is 1: the words' shares are 0.25 and 1.75.
    const frameDistance = Float32Array.of(0.25, 0.25, 0.25, 1.75, 1.75, 1.75);
    const words = [word('good', 0, 120), word('bad', 120, 240)];
    const [good, bad] = scoreWords(words, { distance: 0.6, frameDistance, path: diagonal(6) }, TIMES);
    near(good?.score, 100 - 50 * 0.6 * 0.5);
    near(bad?.score, 100 - 50 * 0.6 * Math.sqrt(1.75));
  });

  it('keeps between 0 and 100 and takes a distance of zero throughout', () => {
    const bad = { distance: 5, frameDistance: Float32Array.of(1, 3), path: diagonal(2) };
    assert.deepEqual(scoreWords([word('a', 0, 40), word('b', 40, 80)], bad, TIMES).map(({ score }) => score), [0, 0]);
    const same = { distance: 0, frameDistance: new Float32Array(2), path: diagonal(2) };
    assert.deepEqual(scoreWords([word('a', 0, 40), word('b', 40, 80)], same, TIMES).map(({ score }) => score), [100, 100]);
  });

  it('tells the words\' times in the learner\'s recording, trimmed on both sides', () => {
    // The reference's frame r is at 100 + 40 r ms; the learner takes two frames for each, from 500 ms on.
    const path = pathOf([0, 0], [1, 0], [2, 1], [3, 1], [4, 2], [5, 2], [6, 3], [7, 3]);
    const times = { frameMs: 40, learnerStartMs: 500, referenceStartMs: 100 };
    const words = [word('first', 90, 170), word('second', 170, 260)];
    const scored = scoreWords(words, { distance: 0, frameDistance: new Float32Array(8), path }, times);
    assert.deepEqual(scored.map(({ startMs, endMs }) => [startMs, endMs]), [[500, 640], [640, 800]]);
  });

  it('gives a skipped word a low score and no time that another word has', () => {
    // The learner leaps over frames 4 to 9 of 14 between two of his own frames.
    const path = pathOf(
      ...[0, 1, 2, 3].map((i) => [i, i] as const),
      ...[4, 5, 6, 7, 8, 9].map((r) => [3, r] as const),
      ...[4, 5, 6, 7].map((l) => [l, l + 6] as const),
    );
    const words = [word('one', 0, 160), word('two', 160, 400), word('three', 400, 560)];
    const [one, two, three] = scoreWords(words, { distance: 0.2, frameDistance: new Float32Array(8).fill(0.2), path }, TIMES);
    near(one?.score, 90);
    near(three?.score, 90);
    assert.ok(two !== undefined && two.score < 30, `${two?.score}`);
    assert.ok(two.startMs === one?.endMs && two.endMs <= (three?.startMs ?? 0));
  });

  it('does not take a fast speaker\'s words for skipped ones', () => {
    const path = pathOf(...Array.from({ length: 12 }, (_, r) => [Math.floor(r / 3), r] as const));
    const words = [word('one', 0, 240), word('two', 240, 480)];
    const scored = scoreWords(words, { distance: 0.4, frameDistance: new Float32Array(4).fill(1), path }, TIMES);
    assert.deepEqual(scored.map(({ score }) => score), [80, 80]);
  });

  it('gives words without a length, between two frames or outside the reference the nearest frame', () => {
    const frameDistance = Float32Array.of(1, 1, 1, 4);
    const words = [word('early', -300, -200), word('empty', 80, 80), word('short', 115, 118), word('late', 900, 990)];
    const scored = scoreWords(words, { distance: 0.7, frameDistance, path: diagonal(4) }, TIMES);
    const expected = [1, 1, 4, 4].map((value) => 100 - 50 * 0.7 * Math.sqrt(value / 1.75));
    for (const [i, { score }] of scored.entries()) near(score, expected[i] ?? 0);
    for (const { startMs, endMs } of scored) assert.ok(startMs >= 0 && endMs >= startMs && endMs <= 140);
  });

  it('knows nothing of words where nothing was aligned', () => {
    const comparison = { distance: 1, frameDistance: new Float32Array(0), path: new Int32Array(0) };
    assert.deepEqual(scoreWords([word('one', 0, 100)], comparison, TIMES), []);
  });
});
