import { amplitudeToDb } from './decibel';
import { LEVEL_FLOOR_DB } from './level';

const FRAME_MS = 20;
/** The quietest tenth of the frames: a minimum would be the digital silence that some devices start with. */
const SHARE = 0.1;

/** Level of what is heard when nobody speaks, dBFS: that of the loudest among the quietest tenth of the frames. */
export function noiseFloorDb(samples: Float32Array, sampleRate: number): number {
  const length = Math.max(1, Math.round((sampleRate * FRAME_MS) / 1000));
  const count = Math.floor(samples.length / length);
  if (count === 0) return LEVEL_FLOOR_DB;
  const energies = new Float64Array(count);
  for (let i = 0; i < count * length; i++) {
    const sample = samples[i] ?? 0;
    const frame = Math.floor(i / length);
    energies[frame] = (energies[frame] ?? 0) + sample * sample;
  }
  energies.sort();
  return amplitudeToDb(Math.sqrt((energies[Math.floor(SHARE * (count - 1))] ?? 0) / length), LEVEL_FLOOR_DB);
}
