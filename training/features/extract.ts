import { reduceNoise, type GateOptions } from '../../pipeline/gate';
import { measureLevel } from '../../pipeline/level';
import { pictureOf } from '../../pipeline/picture';
import { recordingMel } from '../../pipeline/recording-mel';
import { measureNoise } from '../../pipeline/snr';
import type { Level, MelFeatures, MelSpectrogram, NoiseMeasure } from '../../pipeline/types';
import { decodeWav } from '../../pipeline/wav';
import { readAudio } from '../../engine/offline/read-audio';

/** The noise gate that a recording goes through before its features are computed. */
export type Filter = 'none' | 'stationary' | 'nonstationary';

/** The defaults of the noise node. The stationary gate learns from the quietest part, because people seldom leave a quiet
 *  lead-in. */
const GATES: Readonly<Record<Exclude<Filter, 'none'>, GateOptions>> = {
  stationary: { stationary: true, profile: { from: 'quietest' } },
  nonstationary: { stationary: false },
};

export interface Extract {
  /** Row-major, frame x band: the transpose of a mel-spectrogram's data. If the features include a picture: the picture,
   *  height x width x channel. */
  readonly rows: Float32Array | Uint8Array;
  readonly frames: number;
  /** Time of frame 0 in the recording: more than 0 after trimming. */
  readonly startMs: number;
  readonly durationMs: number;
  /** Level and noise of the original recording, before the filter. */
  readonly level: Level;
  readonly noise: NoiseMeasure;
}

/** Features of one recording, computed as by the nodes noise (if a filter is named) and mel. */
export async function extractFeatures(path: string, filter: Filter, features: MelFeatures): Promise<Extract> {
  const { samples, sampleRate } = decodeWav(await readAudio(path));
  const filtered = filter === 'none' ? samples : reduceNoise(samples, sampleRate, GATES[filter]);
  const mel = recordingMel({ samples: filtered, sampleRate }, features);
  const { picture, pictureHeight, pictureWidth, topDb } = features;
  return {
    rows: picture === null ? transpose(mel) : pictureOf(mel, picture, pictureHeight, pictureWidth, topDb).pixels,
    frames: mel.frames,
    startMs: mel.startMs,
    durationMs: (1000 * samples.length) / sampleRate,
    level: measureLevel(samples),
    noise: measureNoise(samples, sampleRate),
  };
}

/** Converts band x frame to frame x band, so that recordings can be stacked along time. */
export function transpose(mel: Pick<MelSpectrogram, 'data' | 'bands' | 'frames'>): Float32Array {
  const { data, bands, frames } = mel;
  const rows = new Float32Array(data.length);
  for (let band = 0; band < bands; band += 1) {
    for (let frame = 0; frame < frames; frame += 1) {
      rows[frame * bands + band] = data[band * frames + frame] ?? 0;
    }
  }
  return rows;
}
