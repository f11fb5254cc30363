import type { SampleEncoding } from './format';

/** What a plain header of 44 bytes says. */
export interface PlainHeader {
  readonly encoding: SampleEncoding;
  readonly channels: number;
  /** Hz. */
  readonly sampleRate: number;
  readonly bitDepth: number;
  readonly littleEndian: boolean;
  readonly frames: number;
}

export const HEADER_BYTES = 44;
const FORMAT_TAGS: Readonly<Record<SampleEncoding, number>> = { pcm: 1, float: 3, alaw: 6, mulaw: 7 };

/** Writes the `HEADER_BYTES` before the samples. */
export function writeHeader(view: DataView, format: PlainHeader): void {
  const { channels, sampleRate, bitDepth, frames, littleEndian } = format;
  const frameBytes = channels * (bitDepth / 8);
  const id = (at: number, name: string): void => {
    for (let i = 0; i < 4; i++) view.setUint8(at + i, name.charCodeAt(i));
  };
  id(0, littleEndian ? 'RIFF' : 'RIFX');
  view.setUint32(4, HEADER_BYTES - 8 + frames * frameBytes, littleEndian);
  id(8, 'WAVE');
  id(12, 'fmt ');
  view.setUint32(16, 16, littleEndian);
  view.setUint16(20, FORMAT_TAGS[format.encoding], littleEndian);
  view.setUint16(22, channels, littleEndian);
  view.setUint32(24, sampleRate, littleEndian);
  view.setUint32(28, sampleRate * frameBytes, littleEndian);
  view.setUint16(32, frameBytes, littleEndian);
  view.setUint16(34, bitDepth, littleEndian);
  id(36, 'data');
  view.setUint32(40, frames * frameBytes, littleEndian);
}
