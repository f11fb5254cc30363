import { rampColour } from './distance-ramp';
import { decibelsOf, magmaPicture } from './picture';
import { resizePicture, type Picture } from './resize';
import type { Comparison } from './siamese/compare';
import type { MelSpectrogram, Span } from './types';

/** Pixels. */
const PANEL_HEIGHT = 128;
const BAND_HEIGHT = 20;
const GAP = 3;
/** Below the loudest; more of it would only show the room. */
const RANGE_DB = 60;
/** A syllable is then some 40 pixels wide. */
const PIXELS_PER_SECOND = 200;
const MIN_WIDTH = 200;
/** 20 s; what is longer is squeezed into it. */
const MAX_WIDTH = 4000;

/** Dark as the spectrograms' silence, and a band that says nothing. */
const GROUND: Colour = [0x0c, 0x0a, 0x14];
const UNKNOWN: Colour = [0x80, 0x80, 0x80];
/** How much white is mixed in where a word begins or ends. */
const MARK = 0.45;

type Colour = readonly [number, number, number];

/** What the picture shows. */
export interface PairPictureParts {
  readonly learner: MelSpectrogram;
  readonly reference: MelSpectrogram;
  readonly comparison: Pick<Comparison, 'path' | 'frameDistance'>;
  /** Time between two embeddings, ms. */
  readonly frameMs: number;
  /** The distance that is red. */
  readonly margin: number;
  /** In the learner's recording, ms: their edges are marked. */
  readonly words: readonly Span[];
}

/**
 * Two recordings on the learner's time, RGB: above the reference, warped along the alignment so that what belongs
 * together stands together; below the learner; between them a band with the network's distance, green where it is 0 and
 * red from the margin on. Where the network aligns nothing the reference is stretched evenly and the band is gray.
 */
export function pairPicture(parts: PairPictureParts): Picture {
  const { learner, reference } = parts;
  const width = widthOf(learner);
  const height = 2 * (PANEL_HEIGHT + GAP) + BAND_HEIGHT;
  const picture = { pixels: new Uint8Array(height * width * 3), height, width, channels: 3 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) picture.pixels.set(GROUND, 3 * (y * width + x));
  }
  const places = Float64Array.from({ length: width }, (_, x) => ((x + 0.5) * learner.frames) / width - 0.5);
  const warped = places.map(warpOf(parts));
  picture.pixels.set(panelOf(reference, warped).pixels, 0);
  drawBand(picture, PANEL_HEIGHT + GAP, parts, places);
  picture.pixels.set(panelOf(learner, places).pixels, 3 * width * (PANEL_HEIGHT + BAND_HEIGHT + 2 * GAP));
  for (const edge of wordEdges(parts, width)) drawMark(picture, edge);
  return picture;
}

function hopMsOf({ parameters }: MelSpectrogram): number {
  return (1000 * parameters.hopLength) / parameters.sampleRate;
}

function widthOf(mel: MelSpectrogram): number {
  const wanted = Math.round((mel.frames * hopMsOf(mel) * PIXELS_PER_SECOND) / 1000);
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, wanted));
}

/** Maps the learner's mel frames to the reference's, both fractional: a frame that is paired with several lies in
 *  their middle. */
function warpOf({ comparison, learner, reference, frameMs }: PairPictureParts): (place: number) => number {
  const { path } = comparison;
  if (path.length === 0) return (place) => ((place + 0.5) * reference.frames) / learner.frames - 0.5;
  const partners = new Float64Array((path.at(-2) ?? 0) + 1);
  for (let i = 0; i < path.length; ) {
    const frame = path[i] as number;
    const first = path[i + 1] as number;
    while (path[i] === frame) i += 2;
    partners[frame] = (first + (path[i - 1] as number)) / 2;
  }
  const perLearner = frameMs / hopMsOf(learner);
  const perReference = frameMs / hopMsOf(reference);
  return (place) => valueAt(partners, place / perLearner) * perReference;
}

/** The value at a fractional index, linear between neighbours, the outermost ones beyond the ends. */
function valueAt(values: Float32Array | Float64Array, place: number): number {
  const inside = Math.min(values.length - 1, Math.max(0, place));
  const below = Math.floor(inside);
  const above = Math.min(values.length - 1, below + 1);
  return (values[below] as number) + (inside - below) * ((values[above] as number) - (values[below] as number));
}

/** The spectrogram at `places`, fractional frames, one column of pixels each. */
function panelOf(mel: MelSpectrogram, places: Float64Array): Picture {
  const { bands, frames } = mel;
  const decibels = decibelsOf(mel, RANGE_DB);
  const data = new Float32Array(bands * places.length);
  for (let band = 0; band < bands; band++) {
    const row = decibels.subarray(band * frames, (band + 1) * frames);
    for (let x = 0; x < places.length; x++) data[band * places.length + x] = valueAt(row, places[x] as number);
  }
  return resizePicture(magmaPicture({ data, bands, frames: places.length }, RANGE_DB), PANEL_HEIGHT, places.length);
}

function drawBand(picture: Picture, top: number, parts: PairPictureParts, places: Float64Array): void {
  const { comparison, frameMs, learner, margin } = parts;
  const perFrame = frameMs / hopMsOf(learner);
  const { frameDistance } = comparison;
  for (let x = 0; x < picture.width; x++) {
    const known = frameDistance.length > 0;
    const colour = known ? rampColour(valueAt(frameDistance, (places[x] as number) / perFrame) / margin) : UNKNOWN;
    for (let y = top; y < top + BAND_HEIGHT; y++) picture.pixels.set(colour, 3 * (y * picture.width + x));
  }
}

/** Columns at which words begin and end, inside the picture and without those at its edges. */
function wordEdges({ words, learner }: PairPictureParts, width: number): number[] {
  const durationMs = learner.frames * hopMsOf(learner);
  const columns = words
    .flatMap(({ startMs, endMs }) => [startMs, endMs])
    .map((ms) => Math.round(((ms - learner.startMs) / durationMs) * width));
  return [...new Set(columns)].filter((x) => x > 2 && x < width - 2);
}

function drawMark({ pixels, height, width }: Picture, x: number): void {
  for (let y = 0; y < height; y++) {
    for (let at = 3 * (y * width + x); at < 3 * (y * width + x + 1); at++) {
      pixels[at] = Math.round((pixels[at] as number) * (1 - MARK) + 255 * MARK);
    }
  }
}
