/** Weights of one output pixel: inputs from `start` on. */
interface PixelWeights {
  readonly start: number;
  readonly weights: Float64Array;
}

/** Triangle filter, widened by the factor of reduction, so that every input pixel counts when shrinking. */
function pixelWeights(inputs: number, outputs: number): PixelWeights[] {
  const scale = inputs / outputs;
  const support = Math.max(1, scale);
  return Array.from({ length: outputs }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const start = Math.max(0, Math.trunc(centre - support + 0.5));
    const end = Math.min(inputs, Math.trunc(centre + support + 0.5));
    const raw = Array.from({ length: end - start }, (_, j) =>
      Math.max(0, 1 - Math.abs(start + j + 0.5 - centre) / support),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { start, weights: Float64Array.from(raw, (weight) => weight / sum) };
  });
}

/**
 * Resizes lines of pixels along one axis: pixel i of line l and channel c lies at l * lineStep + i * pixelStep + c.
 * Rounded to 8 bits, halves up.
 */
function resizeAxis(
  source: Uint8Array,
  target: Uint8Array,
  weights: readonly PixelWeights[],
  lines: number,
  channels: number,
  steps: { sourceLine: number; targetLine: number; sourcePixel: number; targetPixel: number },
): void {
  for (let line = 0; line < lines; line++) {
    weights.forEach(({ start, weights: row }, i) => {
      for (let c = 0; c < channels; c++) {
        let at = line * steps.sourceLine + start * steps.sourcePixel + c;
        let sum = 0;
        for (let j = 0; j < row.length; j++, at += steps.sourcePixel) sum += (row[j] as number) * (source[at] as number);
        target[line * steps.targetLine + i * steps.targetPixel + c] = Math.min(255, Math.floor(sum + 0.5));
      }
    });
  }
}

/** 8-bit pixels, row by row from the top, `channels` values each (1 gray, 3 RGB). */
export interface Picture {
  readonly pixels: Uint8Array;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/**
 * Resizes with PIL's BILINEAR filter (also torchvision's Resize on PIL images): horizontally, then vertically, each
 * pass rounded to 8 bits. Within one level of PIL, whose weights are fixed-point numbers.
 */
export function resizePicture(picture: Picture, height: number, width: number): Picture {
  const { channels } = picture;
  const wide = new Uint8Array(picture.height * width * channels);
  resizeAxis(picture.pixels, wide, pixelWeights(picture.width, width), picture.height, channels, {
    sourceLine: picture.width * channels,
    targetLine: width * channels,
    sourcePixel: channels,
    targetPixel: channels,
  });
  const pixels = new Uint8Array(height * width * channels);
  resizeAxis(wide, pixels, pixelWeights(picture.height, height), width, channels, {
    sourceLine: channels,
    targetLine: channels,
    sourcePixel: width * channels,
    targetPixel: width * channels,
  });
  return { pixels, height, width, channels };
}
