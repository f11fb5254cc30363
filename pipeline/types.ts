import type { MelFilters } from './mel-filters';

export type { Level, NoiseMeasure, Span, Word } from './facts';

/** The facts of `msg.pronunciation` and the arrays that travel between the stages. */

/** Mono audio. `samples` are floats, full scale at -1 and 1; `sampleRate` in Hz. */
export interface Audio {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** Parameters of a mel-spectrogram. Window, hop and FFT sizes are samples, frequencies Hz. */
export interface MelFeatures {
  readonly sampleRate: number;
  readonly fftSize: number;
  readonly windowLength: number;
  readonly hopLength: number;
  readonly bands: number;
  readonly fMin: number;
  readonly fMax: number;
  readonly melScale: 'slaney' | 'htk';
  readonly melNorm: 'slaney' | 'none';
  /** Coefficient of y[n] = x[n] - c x[n-1]; 0 for none. */
  readonly preEmphasis: number;
  /** Trim silence this many dB below the peak first; null for none. */
  readonly trimDb: number | null;
  /** Scale the (trimmed) signal to an RMS of one. */
  readonly rmsNormalise: boolean;
  readonly scale: 'power' | 'db' | 'log';
  /** Range kept below the maximum where `scale` is `db`. */
  readonly topDb: number;
  /** Added before the logarithm where `scale` is `log`. */
  readonly logOffset: number;
  readonly picture: 'gray' | 'magma' | null;
  readonly pictureHeight: number;
  readonly pictureWidth: number;
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
