import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { MAGMA } from '../../pipeline/magma';
import { melSpectrogram } from '../../pipeline/mel';
import { grayPicture, magmaPicture, pictureOf } from '../../pipeline/picture';
import { encodePng } from '../../pipeline/png';
import { koreanSpeech } from './signals';

describe('the picture of a mel-spectrogram', () => {
  const matrix = { data: Float32Array.of(0, -80, -40, -100, -79, 5), bands: 3, frames: 2 };

  it('has low frequencies at the bottom, black at topDb and white at the maximum', () => {
    // Rows of the matrix: [0 -80], [-40 -100], [-79 5]. 127.5 rounds to the even 128.
    assert.deepEqual([...grayPicture(matrix, 80).pixels], [3, 255, 128, 0, 255, 0]);
  });

  it('takes magma colours as matplotlib does', () => {
    const { pixels, channels } = magmaPicture(matrix, 80);
    assert.equal(channels, 3);
    assert.deepEqual([...pixels.subarray(12, 15)], [...MAGMA.subarray(3 * 255)]);
    assert.deepEqual([...pixels.subarray(6, 9)], [...MAGMA.subarray(3 * 128, 3 * 129)]);
    assert.deepEqual([...pixels.subarray(15, 18)], [0, 0, 3]);
  });

  it('looks alike whatever the scale of the spectrogram', () => {
    const pictures = (['power', 'db', 'log'] as const).map((scale) => {
      const mel = melSpectrogram(koreanSpeech(), { ...DEFAULT_FEATURES, scale, topDb: 60, logOffset: 1e-6 });
      return pictureOf(mel, 'gray', 99, 250, 60).pixels;
    });
    const [power, db, log] = pictures;
    assert.ok(power !== undefined && db !== undefined && log !== undefined);
    assert.deepEqual(db, power);
    assert.ok(log.every((level, i) => Math.abs(level - (power[i] ?? NaN)) <= 2));
  });

  it('is black where there are no frames', () => {
    const mel = melSpectrogram({ samples: new Float32Array(100), sampleRate: 16000 }, DEFAULT_FEATURES);
    const { pixels, height, width, channels } = pictureOf(mel, 'magma', 10, 20, 80);
    assert.deepEqual([height, width, channels], [10, 20, 3]);
    assert.ok(pixels.length === 600 && pixels.every((level) => level === 0));
  });

  for (const kind of ['gray', 'magma'] as const) {
    it(`becomes a PNG in ${kind} that other programs read, in a Buffer of its own`, () => {
      const mel = melSpectrogram(koreanSpeech(), DEFAULT_FEATURES);
      const picture = pictureOf(mel, kind, 99, 250, 80);
      const png = encodePng(picture);
      assert.equal(png.buffer.byteLength, png.length);
      assert.equal(png[25], kind === 'gray' ? 0 : 2);
      const { width, height, data } = PNG.sync.read(png);
      assert.deepEqual([width, height], [250, 99]);
      for (let i = 0; i < 99 * 250; i++) {
        for (let c = 0; c < 3; c++) {
          const expected = picture.pixels[kind === 'gray' ? i : 3 * i + c];
          if (data[4 * i + c] !== expected) assert.fail(`pixel ${i}`);
        }
      }
      assert.ok(new Set(picture.pixels).size > 50);
    });
  }
});
