import assert from 'node:assert/strict';
import { alignEmbeddings } from '../../../pipeline/siamese/align';
import { randomValues } from './random-values';

/** Mean removal, normalisation and the recursion as they are written in the docstring, in the slowest way. */
function bruteForceCost(learner: number[][], reference: number[][]): number {
  const prepare = (rows: number[][]): number[][] => {
    const width = rows[0]?.length ?? 0;
    const mean = Array.from({ length: width }, (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length);
    return rows.map((row) => {
      const centred = row.map((value, i) => value - (mean[i] ?? 0));
      const length = Math.hypot(...centred);
      return centred.map((value) => (length > 1e-6 ? value / length : 0));
    });
  };
  const a = prepare(learner);
  const b = prepare(reference);
  const cost = (l: number, r: number): number =>
    1 - (a[l] ?? []).reduce((sum, value, i) => sum + value * (b[r]?.[i] ?? 0), 0);
  const reach = (l: number, r: number): number => {
    if (l < 0 || r < 0) return Infinity;
    if (l === 0 && r === 0) return 2 * cost(0, 0);
    return Math.min(
      reach(l - 1, r - 1) + 2 * cost(l, r),
      reach(l - 1, r) + cost(l, r),
      reach(l, r - 1) + cost(l, r),
    );
  };
  return reach(a.length - 1, b.length - 1) / (a.length + b.length);
}

function rows(flat: Float32Array, size: number): number[][] {
  return Array.from({ length: flat.length / size }, (_, t) => [...flat.subarray(t * size, (t + 1) * size)]);
}

/** The cost of a path, cell by cell, from its own weights. */
function pathCost(path: Int32Array, a: Float32Array, L: number, b: Float32Array, R: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < path.length; i += 2) {
    const [l, r] = [path[i] ?? 0, path[i + 1] ?? 0];
    const [l0, r0] = [path[i - 2] ?? -1, path[i - 1] ?? -1];
    assert.ok(l - l0 <= 1 && r - r0 <= 1 && l + r > l0 + r0, `a step from ${l0},${r0} to ${l},${r}`);
    const weight = l - l0 + (r - r0);
    sum += weight * cellCost(a, L, l, b, R, r, size);
  }
  return sum / (L + R);
}

function cellCost(a: Float32Array, L: number, l: number, b: Float32Array, R: number, r: number, size: number): number {
  const centred = (x: Float32Array, n: number, t: number): number[] =>
    Array.from({ length: size }, (_, i) => {
      let mean = 0;
      for (let k = 0; k < n; k++) mean += (x[k * size + i] ?? 0) / n;
      return (x[t * size + i] ?? 0) - mean;
    });
  const [u, v] = [centred(a, L, l), centred(b, R, r)];
  return 1 - u.reduce((sum, value, i) => sum + value * (v[i] ?? 0), 0) / (Math.hypot(...u) * Math.hypot(...v));
}

describe('alignEmbeddings', () => {
  it('finds the same cost as a plain recursion over all ways', () => {
    for (const [seed, L, R] of [[1, 5, 5], [2, 7, 4], [3, 3, 8], [4, 1, 6], [5, 6, 1], [6, 2, 2]] as const) {
      const learner = randomValues(seed, L * 6);
      const reference = randomValues(seed + 100, R * 6);
      const { cost } = alignEmbeddings(learner, L, reference, R, 6);
      assert.ok(Math.abs(cost - bruteForceCost(rows(learner, 6), rows(reference, 6))) < 1e-6, `${L} x ${R}: ${cost}`);
    }
  });

  it('returns a path of single steps from corner to corner whose cells add up to the cost', () => {
    const [L, R, size] = [23, 17, 7];
    const learner = randomValues(11, L * size);
    const reference = randomValues(12, R * size);
    const { cost, path } = alignEmbeddings(learner, L, reference, R, size);
    assert.deepEqual([...path.subarray(0, 2)], [0, 0]);
    assert.deepEqual([...path.subarray(-2)], [L - 1, R - 1]);
    assert.ok(Math.abs(pathCost(path, learner, L, reference, R, size) - cost) < 1e-6);
  });

  it('pairs a recording with itself frame by frame at no cost', () => {
    const embedding = randomValues(21, 40 * 160);
    const { cost, path } = alignEmbeddings(embedding, 40, embedding, 40, 160);
    assert.ok(Math.abs(cost) < 1e-6);
    assert.deepEqual([...path], Array.from({ length: 40 }, (_, i) => [i, i]).flat());
  });

  it('follows a learner who speaks at half the speed', () => {
    const reference = randomValues(31, 20 * 160);
    const learner = new Float32Array(40 * 160);
    for (let t = 0; t < 40; t++) learner.set(reference.subarray((t >> 1) * 160, (t >> 1) * 160 + 160), t * 160);
    const { cost, path } = alignEmbeddings(learner, 40, reference, 20, 160);
    assert.ok(cost < 1e-6);
    for (let i = 0; i < path.length; i += 2) assert.equal((path[i] ?? 0) >> 1, path[i + 1]);
  });

  it('does not see a constant that a room adds to every frame', () => {
    const learner = randomValues(41, 12 * 8);
    const reference = randomValues(42, 10 * 8);
    const shifted = learner.map((value, i) => value + ([3, -2, 0.5, 1, 0, 7, -4, 2][i % 8] ?? 0));
    const plain = alignEmbeddings(learner, 12, reference, 10, 8);
    const other = alignEmbeddings(shifted, 12, reference, 10, 8);
    assert.ok(Math.abs(plain.cost - other.cost) < 1e-5);
    assert.deepEqual(other.path, plain.path);
  });

  it('gives a number for a single frame and for frames that are all alike', () => {
    assert.equal(alignEmbeddings(new Float32Array(8).fill(1), 1, new Float32Array(8).fill(2), 1, 8).cost, 1);
    assert.ok(Number.isFinite(alignEmbeddings(new Float32Array(80).fill(0.1), 10, new Float32Array(48), 6, 8).cost));
  });

  it('computes every cell where one recording lasts up to 6 s, and beyond that no more for each frame', () => {
    const cellsOf = (L: number, R: number): number =>
      alignEmbeddings(randomValues(51, L * 4), L, randomValues(52, R * 4), R, 4).cosine.length;
    for (const [L, R] of [[151, 151], [151, 700], [700, 151]] as const) assert.equal(cellsOf(L, R), L * R);
    for (const [L, R] of [[750, 750], [1500, 750], [700, 2000], [3000, 3000]] as const) {
      assert.ok(cellsOf(L, R) < 160 * (L + R), `${L} ${R} ${cellsOf(L, R)}`);
    }
  });

  /** Frames of 25 s in which each sound lasts three of them. */
  const [SOUNDS, SIZE] = [208, 24];
  const sounds = randomValues(61, SOUNDS * SIZE);
  const spoken = Array.from({ length: SOUNDS }, (_, sound) => [sound, sound, sound]).flat();
  const PAUSE = -1;
  const embeddingOf = (said: readonly number[], seed: number): Float32Array => {
    const noise = randomValues(seed, said.length * SIZE);
    return noise.map((value, i) => {
      const sound = said[Math.floor(i / SIZE)] ?? PAUSE;
      return 0.5 * value + (sound === PAUSE ? 0 : (sounds[sound * SIZE + (i % SIZE)] ?? 0));
    });
  };
  const pause = (seconds: number): number[] => new Array<number>(25 * seconds).fill(PAUSE);
  const slowly = (said: readonly number[]): number[] => said.flatMap((sound) => [sound, sound]);
  const LEARNERS: Readonly<Record<string, readonly number[]>> = {
    'speaks like the reference': spoken,
    'speaks at half the speed': slowly(spoken),
    'pauses for 2 s in the middle': [...spoken.slice(0, 310), ...pause(2), ...spoken.slice(310)],
    'pauses for 8 s near the end': [...spoken.slice(0, 500), ...pause(8), ...spoken.slice(500)],
    'starts 5 s late': [...pause(5), ...spoken],
    'becomes twice as slow in the middle': [...spoken.slice(0, 312), ...slowly(spoken.slice(312))],
    'leaves out 6 s': [...spoken.slice(0, 150), ...spoken.slice(300)],
  };
  for (const [what, said] of Object.entries(LEARNERS)) {
    it(`pairs the sounds of 25 s rightly for a learner who ${what}`, () => {
      const [L, R] = [said.length, spoken.length];
      const { path, cosine } = alignEmbeddings(embeddingOf(said, 62), L, embeddingOf(spoken, 63), R, SIZE);
      assert.ok(cosine.length < 0.5 * L * R);
      let [right, all] = [0, 0];
      for (let p = 0; p < path.length; p += 2) {
        const sound = said[path[p] ?? NaN] ?? NaN;
        if (sound === PAUSE) continue;
        all++;
        if (Math.abs((spoken[path[p + 1] ?? NaN] ?? NaN) - sound) <= 1) right++;
      }
      const skipped = what.startsWith('leaves out') ? 150 : 0; // paired with a sound that was not theirs
      assert.ok(right >= 0.97 * (all - skipped), `${right} of ${all} pairs`);
    });
  }

  it('goes from corner to corner of two long recordings for which a broken encoder gives no numbers', () => {
    const { path } = alignEmbeddings(new Float32Array(200 * 4).fill(NaN), 200, randomValues(71, 180 * 4), 180, 4);
    assert.deepEqual([...path.slice(0, 2), ...path.slice(-2)], [0, 0, 199, 179]);
  });

  it('refuses to align nothing', () => {
    assert.throws(() => alignEmbeddings(new Float32Array(0), 0, new Float32Array(8), 1, 8), RangeError);
  });
});
