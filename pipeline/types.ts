import type { MelFeatures } from './mel-features';

export type { MelFeatures } from './mel-features';

import type { MelFilters } from './mel-filters';

/** The facts of `msg.pronunciation` and the arrays that travel between the stages. */

/** Mono audio. `samples` are floats, full scale at -1 and 1; `sampleRate` in Hz. */
export interface Audio {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** Level of a recording in dBFS; `clippedShare` is the fraction of samples at full scale. */
export interface Level {
  readonly peakDb: number;
  readonly rmsDb: number;
  readonly clippedShare: number;
}

/** Signal-to-noise ratio estimated from loud and quiet frames, and the traffic light made of it. */
export interface NoiseMeasure {
  readonly snrDb: number;
  readonly light: 'green' | 'amber' | 'red';
}

/** A stretch of time in milliseconds from the start of the recording. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

export interface Word extends Span {
  readonly text: string;
}

/** A mel-spectrogram, row-major: `data[band * frames + frame]`, band 0 the lowest. */
export interface MelSpectrogram {
  readonly data: Float32Array;
  readonly bands: number;
  readonly frames: number;
  readonly parameters: MelFeatures;
  /** Where frame 0 lies in the recording that came in: more than 0 after trimming. */
  readonly startMs: number;
  /** What was tried on top of the parameters, where anything was. */
  readonly filters?: MelFilters;
}
