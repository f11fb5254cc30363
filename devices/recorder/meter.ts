import { amplitudeToDb } from '../../pipeline/decibel';
import { LEVEL_FLOOR_DB } from '../../pipeline/level';

/** Level of the newest piece of a recording under way, dBFS. */
export interface MeterLevel {
  readonly peakDb: number;
  readonly rmsDb: number;
}

/** As often as a needle can be followed by the eye. */
const PIECE_MS = 100;

/** Takes 16-bit little-endian samples, cut anywhere, and tells their level every 100 ms of audio. */
export function createMeter(sampleRate: number, tell: (level: MeterLevel) => void): (bytes: Uint8Array) => void {
  const pieceLength = Math.round((sampleRate * PIECE_MS) / 1000);
  let lowByte: number | undefined;
  let energy = 0;
  let peak = 0;
  let count = 0;
  return (bytes) => {
    for (const byte of bytes) {
      if (lowByte === undefined) {
        lowByte = byte;
        continue;
      }
      const sample = (((byte << 24) >> 16) | lowByte) / 32768;
      lowByte = undefined;
      energy += sample * sample;
      peak = Math.max(peak, Math.abs(sample));
      if (++count < pieceLength) continue;
      tell({
        peakDb: amplitudeToDb(peak, LEVEL_FLOOR_DB),
        rmsDb: amplitudeToDb(Math.sqrt(energy / count), LEVEL_FLOOR_DB),
      });
      energy = 0;
      peak = 0;
      count = 0;
    }
  };
}
