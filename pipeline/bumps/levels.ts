import { amplitudeToDb } from '../decibel';
import { LEVEL_FLOOR_DB } from '../level';
import { frameRms } from '../trim';

/** Short enough to tell a bump from the syllable beside it. */
const FRAME_SECONDS = 0.02;
const HOP_SECONDS = 0.005;
/** Share of the frames that are as quiet as the room, or quieter. */
const FLOOR_SHARE = 0.1;

/** The level of a recording along its time. */
export interface Levels {
  /** dBFS; frame j is centred on sample j * hop. */
  readonly db: Float64Array;
  /** Samples. */
  readonly hop: number;
  /** Level of the quietest tenth of the frames, dBFS. */
  readonly floorDb: number;
}

export const FRAMES_PER_SECOND = 1 / HOP_SECONDS;

export function levelsOf(samples: Float32Array, sampleRate: number): Levels {
  const hop = Math.max(1, Math.round(HOP_SECONDS * sampleRate));
  const db = frameRms(samples, Math.round(FRAME_SECONDS * sampleRate), hop).map((rms) => amplitudeToDb(rms, LEVEL_FLOOR_DB));
  const sorted = db.slice().sort();
  return { db, hop, floorDb: sorted[Math.floor(FLOOR_SHARE * (sorted.length - 1))] ?? LEVEL_FLOOR_DB };
}
