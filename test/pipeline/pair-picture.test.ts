import assert from 'node:assert/strict';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { rampColour } from '../../pipeline/distance-ramp';
import { pairPicture, type PairPictureParts } from '../../pipeline/pair-picture';
import type { Picture } from '../../pipeline/resize';
import type { MelSpectrogram } from '../../pipeline/types';

const HEIGHT = 282;
/** Rows in the middle of the reference, the band and the learner. */
const [REFERENCE, BAND, LEARNER] = [64, 141, 218];
const PER_FRAME = 4; // mel frames of 10 ms for each embedding

/** All silent but for one mel frame. */
function melWithClick(frames: number, at: number, startMs = 0): MelSpectrogram {
  const { bands } = DEFAULT_FEATURES;
  const data = Float32Array.from({ length: bands * frames }, (_, i) => (i % frames === at ? 0 : -80));
  return { data, bands, frames, parameters: { ...DEFAULT_FEATURES, scale: 'db' }, startMs };
}

const diagonal = (frames: number): Int32Array => Int32Array.from({ length: 2 * frames }, (_, i) => i >> 1);

function parts(more: Partial<PairPictureParts> = {}): PairPictureParts {
  const comparison = { path: diagonal(50), frameDistance: new Float32Array(50) };
  const mel = melWithClick(200, 100);
  return { learner: mel, reference: mel, comparison, frameMs: 10 * PER_FRAME, margin: 2, words: [], ...more };
}

const pixel = ({ pixels, width }: Picture, x: number, y: number): number[] => [...pixels.subarray(3 * (y * width + x), 3 * (y * width + x) + 3)];
const sum = (colour: readonly number[]): number => colour.reduce((total, value) => total + value, 0);

/** The brightest column of a row. */
function brightest(picture: Picture, y: number): number {
  const row = Array.from({ length: picture.width }, (_, x) => sum(pixel(picture, x, y)));
  return row.indexOf(Math.max(...row));
}

describe('The pair picture', () => {
  it('is as wide as the learner\'s recording is long', () => {
    for (const [frames, width] of [[200, 400], [10, 200], [500, 1000], [12000, 4000]] as const) {
      const picture = pairPicture(parts({ learner: melWithClick(frames, 1) }));
      assert.deepEqual([picture.width, picture.height, picture.channels], [width, HEIGHT, 3]);
      assert.equal(picture.pixels.length, width * HEIGHT * 3);
    }
  });

  it('shows the same above and below where both recordings are the same', () => {
    const picture = pairPicture(parts());
    const rows = (from: number): Uint8Array => picture.pixels.subarray(3 * picture.width * from, 3 * picture.width * (from + 128));
    assert.deepEqual(rows(0), rows(HEIGHT - 128));
    assert.ok(Math.abs(brightest(picture, REFERENCE) - 201) <= 1);
  });

  it('moves the reference to the learner\'s time along the path', () => {
    // The reference is half as long: each of its frames belongs to two of the learner's.
    const path = Int32Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? i / 2 : Math.floor(i / 4)));
    const reference = melWithClick(100, 20);
    const picture = pairPicture(parts({ reference, comparison: { path, frameDistance: new Float32Array(50) } }));
    // Frame 20 is embedding 5 of the reference, the learner's 10 and 11, which are the mel frames 40 to 44.
    const place = brightest(picture, REFERENCE) / 2;
    assert.ok(place >= 40 && place <= 45, String(place));
    assert.ok(Math.abs(brightest(picture, LEARNER) - 201) <= 1);
  });

  it('colours the band by the distance along the learner\'s time', () => {
    const frameDistance = Float32Array.from({ length: 50 }, (_, i) => (i < 20 ? 0 : i < 35 ? 1 : 9));
    const picture = pairPicture(parts({ comparison: { path: diagonal(50), frameDistance } }));
    const at = (frame: number): number[] => pixel(picture, 8 * frame, BAND);
    assert.deepEqual([at(5), at(15)], [[...rampColour(0)], [...rampColour(0)]]);
    assert.deepEqual(at(28), [...rampColour(0.5)]);
    assert.deepEqual(at(45), [...rampColour(1)]);
  });

  it('marks where words begin and end, in the time of the whole recording', () => {
    const learner = melWithClick(200, 100, 300);
    const words = [{ startMs: 300, endMs: 800 }, { startMs: 1300, endMs: 2300 }];
    const plain = pairPicture(parts({ learner }));
    const marked = pairPicture(parts({ learner, words }));
    const changed = Array.from({ length: 400 }, (_, x) => x).filter((x) => sum(pixel(marked, x, BAND)) !== sum(pixel(plain, x, BAND)));
    assert.deepEqual(changed, [100, 200]);
  });

  it('stretches the reference evenly, and claims no distance, where nothing was aligned', () => {
    const comparison = { path: new Int32Array(0), frameDistance: new Float32Array(0) };
    const picture = pairPicture(parts({ reference: melWithClick(100, 20), comparison, frameMs: 0 }));
    assert.ok(Math.abs(brightest(picture, REFERENCE) - 82) <= 2);
    assert.deepEqual(pixel(picture, 200, BAND), [128, 128, 128]);
  });
});
