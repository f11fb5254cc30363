import assert from 'node:assert/strict';
import { resizePicture } from '../../pipeline/resize';

describe('resizing a picture', () => {
  const ramp = { pixels: Uint8Array.from({ length: 12 }, (_, i) => 20 * i), height: 3, width: 4, channels: 1 };

  it('changes nothing at the same size', () => {
    assert.deepEqual(resizePicture(ramp, 3, 4), ramp);
  });

  it('averages all pixels when shrinking', () => {
    const { pixels } = resizePicture({ pixels: Uint8Array.of(0, 0, 200, 200), height: 1, width: 4, channels: 1 }, 1, 2);
    // Weights 1/4 3/4 3/4 1/4, cut at the border.
    assert.deepEqual([...pixels], [29, 171]);
  });

  it('interpolates when enlarging', () => {
    const { pixels } = resizePicture({ pixels: Uint8Array.of(0, 100), height: 1, width: 2, channels: 1 }, 1, 4);
    assert.deepEqual([...pixels], [0, 25, 75, 100]);
  });

  it('keeps colours apart', () => {
    const red = { pixels: Uint8Array.from({ length: 27 }, (_, i) => (i % 3 === 0 ? 255 : 0)), height: 3, width: 3, channels: 3 };
    const { pixels, height, width } = resizePicture(red, 5, 2);
    assert.deepEqual([height, width], [5, 2]);
    assert.deepEqual([...pixels], Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? 255 : 0)));
  });

  it('works down to and up from a single pixel', () => {
    assert.deepEqual([...resizePicture(ramp, 1, 1).pixels], [110]);
    const one = { pixels: Uint8Array.of(9), height: 1, width: 1, channels: 1 };
    assert.deepEqual([...resizePicture(one, 2, 3).pixels], [9, 9, 9, 9, 9, 9]);
  });
});
