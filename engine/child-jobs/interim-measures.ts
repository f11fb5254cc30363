import { frameLevelsDb, trim } from '../../pipeline/trim';
import type { NoiseMeasure } from '../../pipeline/types';

/** Stands in until pipeline/snr and pipeline/speech are there. */
export interface SpeechOptions {
  readonly topDb?: number;
  readonly frameLength?: number;
  readonly hopLength?: number;
  readonly padBeforeMs?: number;
  readonly padAfterMs?: number;
}

export function measureNoise(samples: Float32Array, _sampleRate: number): NoiseMeasure {
  const levels = frameLevelsDb(samples).sort();
  const at = (share: number): number => levels[Math.floor(share * (levels.length - 1))] ?? 0;
  const snrDb = at(0.95) - at(0.1);
  return { snrDb, light: snrDb >= 20 ? 'green' : snrDb >= 10 ? 'amber' : 'red' };
}

export function findSpeech(
  samples: Float32Array,
  _sampleRate: number,
  options: SpeechOptions,
): { start: number; end: number } | null {
  if (!samples.some((sample) => Math.abs(sample) > 1e-3)) return null;
  return trim(samples, { ...options, topDb: options.topDb ?? 30 });
}
