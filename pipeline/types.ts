import type { MelFeatures } from './mel-features';

export type { MelFeatures } from './mel-features';

import type { MelFilters } from './mel-filters';

export type { Level, NoiseMeasure, Span, Word } from './facts';

/** The facts of `msg.pronunciation` and the arrays that travel between the stages. */

/** Mono audio. `samples` are floats, full scale at -1 and 1; `sampleRate` in Hz. */
export interface Audio {
  readonly samples: Float32Array;
  readonly sampleRate: number;
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
