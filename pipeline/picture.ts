import { powerToDb } from './decibel';
import { MAGMA } from './magma';
import type { Picture } from './resize';
import { resizePicture } from './resize';
import type { MelSpectrogram } from './types';

export type { Picture } from './resize';

/** A matrix of decibels below the maximum, row-major band x frame, band 0 the lowest. */
export interface DecibelMatrix {
  readonly data: Float32Array;
  readonly bands: number;
  readonly frames: number;
}

/** 0 at `topDb` below the maximum, 1 at the maximum. */
function brightness(db: number, topDb: number): number {
  return Math.min(1, Math.max(0, (db + topDb) / topDb));
}

/** As numpy.rint: halves to the even neighbour. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** One level per cell, the highest band in the top row. */
function levels(matrix: DecibelMatrix, levelOf: (db: number) => number): Uint8Array {
  const { data, bands, frames } = matrix;
  const out = new Uint8Array(bands * frames);
  for (let band = 0; band < bands; band++) {
    const row = (bands - 1 - band) * frames;
    for (let frame = 0; frame < frames; frame++) out[row + frame] = levelOf(data[band * frames + frame] as number);
  }
  return out;
}

/** Gray picture, one pixel per cell: round(255 * brightness), halves to even. */
export function grayPicture(matrix: DecibelMatrix, topDb: number): Picture {
  const pixels = levels(matrix, (db) => roundHalfEven(255 * brightness(db, topDb)));
  return { pixels, height: matrix.bands, width: matrix.frames, channels: 1 };
}

/** Colours of 8-bit levels. */
export function magmaOfLevels(gray: Picture): Picture {
  const pixels = new Uint8Array(gray.pixels.length * 3);
  gray.pixels.forEach((level, i) => {
    pixels.set(MAGMA.subarray(3 * level, 3 * level + 3), 3 * i);
  });
  return { ...gray, pixels, channels: 3 };
}

/** Magma picture, one pixel per cell, as matplotlib maps floats: colour min(255, floor(256 * brightness)). */
export function magmaPicture(matrix: DecibelMatrix, topDb: number): Picture {
  const indices = levels(matrix, (db) => Math.min(255, Math.floor(256 * brightness(db, topDb))));
  return magmaOfLevels({ pixels: indices, height: matrix.bands, width: matrix.frames, channels: 1 });
}

/** Decibels below the maximum of a mel-spectrogram of any scale. */
export function decibelsOf(mel: MelSpectrogram, topDb: number): Float32Array {
  const { scale, logOffset } = mel.parameters;
  if (scale === 'db') return mel.data;
  const power = scale === 'log' ? mel.data.map((value) => Math.exp(value) - logOffset) : mel.data;
  return powerToDb(power, topDb);
}

/**
 * A mel-spectrogram of any scale as a picture of `height` x `width` pixels: `topDb` below its maximum is black,
 * low frequencies are at the bottom, time runs to the right. No frames give a black picture.
 */
export function pictureOf(
  mel: MelSpectrogram,
  kind: 'gray' | 'magma',
  height: number,
  width: number,
  topDb: number,
): Picture {
  const channels = kind === 'gray' ? 1 : 3;
  if (mel.frames === 0) return { pixels: new Uint8Array(height * width * channels), height, width, channels };
  const matrix = { data: decibelsOf(mel, topDb), bands: mel.bands, frames: mel.frames };
  const picture = kind === 'gray' ? grayPicture(matrix, topDb) : magmaPicture(matrix, topDb);
  return resizePicture(picture, height, width);
}
