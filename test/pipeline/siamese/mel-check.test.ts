import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { PronError } from '../../../base/errors';
import { checkMelShape, checkMelValues } from '../../../pipeline/siamese/mel-check';
import { TINY_MANIFEST } from './manifest';

const MEL = { data: new Float32Array(8), bands: 4, frames: 2, parameters: TINY_MANIFEST.features, startMs: 0 };

/** As the engine checks it: the shape on the event loop, the values in its own process. */
function checkMel(value: unknown): void {
  checkMelShape(value);
  checkMelValues(value);
}

describe('The check of a mel-spectrogram', () => {
  it('accepts a mel-spectrogram, an empty one included', () => {
    checkMel(MEL);
    checkMel({ ...MEL, data: new Float32Array(0), frames: 0 });
  });

  it('accepts numbers that a Function node has worked on, which are of another realm', () => {
    checkMel({ ...MEL, data: runInNewContext('new Float32Array(8)') as Float32Array });
  });

  it('says what it found instead of one', () => {
    const cases: [unknown, RegExp][] = [
      ['hello', /a string/],
      [null, /null/],
      [Buffer.alloc(4), /a Buffer/],
      [{}, /another object/],
      [{ ...MEL, data: [0, 1] }, /another object/],
      [{ ...MEL, frames: 3 }, /8 values for 4 bands of 3 frames/],
      [{ ...MEL, bands: -4, frames: -2 }, /8 values for -4 bands/],
      [{ ...MEL, bands: 2, frames: 4 }, /2 bands whose parameters say 4/],
      [{ ...MEL, data: new Float32Array(8).fill(NaN, 3) }, /no finite numbers/],
      [{ ...MEL, data: new Float32Array(8).fill(-Infinity, 7) }, /no finite numbers/],
      [{ ...MEL, data: new Float32Array(8).fill(-1e10, 7) }, /-10000000000, which no sound has/],
    ];
    for (const [value, found] of cases) {
      assert.throws(
        () => checkMel(value),
        (error) => error instanceof PronError && error.code === 'PRON_NOT_MEL' && found.test(error.message),
      );
    }
  });

  it('looks at no value before the engine does: the shape of 20 million takes a millisecond at most', () => {
    const data = new Float32Array(20_000_000);
    const started = performance.now();
    checkMelShape({ ...MEL, data, bands: 4, frames: 5_000_000 });
    assert.ok(performance.now() - started < 1);
  });
});
