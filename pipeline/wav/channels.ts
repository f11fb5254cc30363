import { isSameSoundDelayed } from './delay';
import type { FrameReader } from './samples';

/** wavefile unpacks into 8 bytes a sample; pieces keep that bounded for long recordings. */
const PIECE_SAMPLES = 1 << 18;
const BLOCK_SECONDS = 0.05;
/** Blocks of less than this share of the loudest block's power are pauses. */
const PAUSE = 1e-2;
/**
 * Power of the channels' mean against the mean of their powers: 1 where they are alike, 1 / channels where they have
 * nothing in common or only one has sound. A block below 0.6 of that has lost sound to channels turned round.
 */
const CANCELLED = 0.6;
/** Share of the sounding blocks. */
const CANCELLED_SHARE = 0.1;
/** Below is no sound: a constant that a converter adds, the same in every channel, would hide what is turned round. */
const MIN_HZ = 30;
/** Up to here the mean is near enough to any of the channels. */
const ALIKE = 0.95;

/** What the channels of a recording have in common, measured block by block. */
interface Blocks {
  /** Power of the mean of the channels. */
  readonly mean: Float64Array;
  /** Mean power of the channels. */
  readonly each: Float64Array;
  /** Power of each channel over the whole recording. */
  readonly channels: Float64Array;
}

/** A high-pass filter of the first order for each channel: y[n] = x[n] - x[n - 1] + decay * y[n - 1]. */
interface HighPass {
  readonly decay: number;
  readonly input: Float64Array;
  readonly output: Float64Array;
}

/**
 * One channel from `frames` frames of several: their mean. Where that cancels sound, because a cable or a board turns a
 * channel round or because one comes some samples later than the other, the strongest channel is taken instead.
 */
export function mono(read: FrameReader, frames: number, channels: number, sampleRate: number): Float32Array {
  const samples = new Float32Array(frames);
  const length = Math.max(1, Math.round(BLOCK_SECONDS * sampleRate));
  const count = Math.floor(frames / length);
  const blocks: Blocks = { mean: new Float64Array(count), each: new Float64Array(count), channels: new Float64Array(channels) };
  const decay = 1 - (2 * Math.PI * MIN_HZ) / sampleRate;
  const filter: HighPass = { decay, input: new Float64Array(channels), output: new Float64Array(channels) };
  forEachPiece(read, frames, channels, (piece, from) => {
    if (channels === 1) samples.set(piece, from);
    else addPiece(piece, from, length, filter, blocks, samples);
  });
  if (channels === 1 || !isCancelled(blocks, read, channels, sampleRate, length)) return samples;
  const strongest = blocks.channels.indexOf(blocks.channels.reduce((most, power) => Math.max(most, power), 0));
  forEachPiece(read, frames, channels, (piece, from) => {
    for (let k = strongest, i = from; k < piece.length; k += channels, i++) samples[i] = piece[k] as number;
  });
  return samples;
}

function forEachPiece(read: FrameReader, frames: number, channels: number, use: (piece: Float32Array, from: number) => void): void {
  const pieceFrames = Math.max(1, Math.floor(PIECE_SAMPLES / channels));
  for (let from = 0; from < frames; from += pieceFrames) use(read(from, Math.min(pieceFrames, frames - from)), from);
}

/** Writes the mean of the channels and adds up the powers. */
function addPiece(piece: Float32Array, from: number, length: number, filter: HighPass, blocks: Blocks, samples: Float32Array): void {
  const { decay, input, output } = filter;
  const channels = input.length;
  for (let k = 0, i = from; k < piece.length; i++) {
    let [sum, filteredSum, power] = [0, 0, 0];
    for (let c = 0; c < channels; c++) {
      const value = piece[k++] as number;
      const filtered = value - (input[c] as number) + decay * (output[c] as number);
      input[c] = value;
      output[c] = filtered;
      sum += value;
      filteredSum += filtered;
      power += filtered * filtered;
      blocks.channels[c] = (blocks.channels[c] as number) + filtered * filtered;
    }
    samples[i] = sum / channels;
    const block = Math.floor(i / length);
    if (block >= blocks.mean.length) continue;
    blocks.mean[block] = (blocks.mean[block] as number) + (filteredSum / channels) ** 2;
    blocks.each[block] = (blocks.each[block] as number) + power / channels;
  }
}

function isCancelled({ mean, each }: Blocks, read: FrameReader, channels: number, sampleRate: number, length: number): boolean {
  const loudest = each.reduce((most, power) => Math.max(most, power), 0);
  const sounding = Array.from(each.keys()).filter((i) => (each[i] as number) > loudest * PAUSE);
  const kept = sounding.map((i) => (mean[i] as number) / (each[i] as number));
  if (kept.filter((share) => share < CANCELLED / channels).length > sounding.length * CANCELLED_SHARE) return true;
  const alike = kept.filter((share) => share >= ALIKE).length;
  if (alike >= sounding.length / 2) return false;
  const loud = sounding.sort((a, b) => (each[b] as number) - (each[a] as number));
  return isSameSoundDelayed(loud.map((i) => read(i * length, length)), channels, sampleRate);
}
