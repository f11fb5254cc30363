import { PNG } from 'pngjs';
import type { Picture } from './resize';

const GRAY = 0;
const RGB = 2;

/** An 8-bit PNG (gray or RGB) in a Buffer of exactly its size with an ArrayBuffer of its own. */
export function encodePng(picture: Picture): Buffer {
  const { pixels, width, height, channels } = picture;
  const colorType = channels === 1 ? GRAY : RGB;
  const png = new PNG({ width, height, colorType, inputColorType: colorType, inputHasAlpha: false, bitDepth: 8 });
  png.data = Buffer.from(pixels);
  const packed = PNG.sync.write(png, { colorType, inputColorType: colorType, inputHasAlpha: false, bitDepth: 8 });
  const exact = Buffer.from(new ArrayBuffer(packed.length));
  packed.copy(exact);
  return exact;
}
