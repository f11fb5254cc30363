import type { GainOptions } from '../pipeline/gain';
import type { GateOptions } from '../pipeline/gate';
import type { MelFilters } from '../pipeline/mel-filters';
import type { MicCheck } from '../pipeline/mic-check';
import type { ModelManifest } from '../pipeline/model-manifest';
import type { Calibration } from '../pipeline/siamese/calibration-file';
import type { Heard } from '../pipeline/ear/heard';
import type { Grades } from '../pipeline/siamese/score';
import type { Verdict } from '../pipeline/siamese/verdict';
import type { WordScore } from '../pipeline/siamese/words';
import type { SpeechOptions } from '../pipeline/speech';
import type { KnownFacts } from '../pipeline/facts';
import type { Level, MelFeatures, MelSpectrogram, NoiseMeasure, Span, Word } from '../pipeline/types';
import type { BackendName } from './inference';

/** What is measured on every recording that comes in. */
export interface Facts {
  /** Hz. */
  readonly sampleRate: number;
  /** Of the audio that the job gives out; of the incoming where it gives out none. */
  readonly durationMs: number;
  /** Of the incoming audio. */
  readonly level: Level;
  /** Of the incoming audio, before any gating; where the job came with a `KnownNoise`, that. */
  readonly noise: NoiseMeasure;
}

/** A recording whose noise a stage before may have measured, as it came in: it is then not measured again. */
export type KnownNoise = Pick<KnownFacts, 'noise'>;

/** What every job that gives out audio gives out. */
export interface AudioResult {
  /** Mono, 16-bit PCM, at the incoming rate; memory of its own. */
  readonly wav: Buffer;
  readonly facts: Facts;
  /** Of the audio that is given out. */
  readonly levelNow: Level;
  /** Fraction of samples that did not fit into 16 bits. */
  readonly saturatedShare: number;
}

/** Measures, and changes nothing but the rate: for recordings that come from a microphone or a voice. */
export interface InspectJob extends KnownNoise {
  readonly kind: 'inspect';
  readonly wav: Uint8Array;
  /** Hz that it is to have; without it its own. */
  readonly sampleRate?: number;
}

/** Judges a recording of somebody who tries a microphone. */
export interface MicCheckJob {
  readonly kind: 'mic-check';
  readonly wav: Uint8Array;
}

export interface NoiseJob extends KnownNoise {
  readonly kind: 'noise';
  readonly wav: Uint8Array;
  readonly options: GateOptions;
  /** A WAV of the noise alone; goes before `options.profile` and makes the gate a stationary one, since
   *  the other kind has no profile. */
  readonly noiseProfile?: Uint8Array | undefined;
}

export interface VadJob extends KnownNoise {
  readonly kind: 'vad';
  readonly wav: Uint8Array;
  readonly options: SpeechOptions;
}

export interface VadResult extends AudioResult {
  /** In the time of the audio that is given out; null where there is none and the audio is whole. */
  readonly speech: Span | null;
  /** Cut off at the start, ms: what moves to the left with it. */
  readonly trimmedStartMs: number;
}

export interface GainJob extends KnownNoise {
  readonly kind: 'gain';
  readonly wav: Uint8Array;
  readonly options: GainOptions;
}

export interface GainResult extends AudioResult {
  /** The gain that was applied, dB. */
  readonly gainDb: number;
}

export interface TimeJob extends KnownNoise {
  readonly kind: 'time';
  readonly wav: Uint8Array;
  /** Length of the output by that of the input, or the length that the speech is to have, ms. */
  readonly target: { readonly ratio: number } | { readonly speechMs: number };
  /** Where the speech is, where a stage before has found it; null where it found none. */
  readonly speech?: Span | null | undefined;
}

export interface TimeResult extends AudioResult {
  /** Length of the output by that of the input; 1 where there is no speech whose length could be changed. */
  readonly ratio: number;
}

export interface MelJob extends KnownNoise {
  readonly kind: 'mel';
  readonly wav: Uint8Array;
  readonly features: MelFeatures;
  readonly filters?: MelFilters | undefined;
}

export interface MelResult {
  readonly mel: MelSpectrogram;
  /** A PNG, low frequencies at the bottom, where the features ask for a picture. */
  readonly image?: Buffer;
  readonly facts: Facts;
}

export interface ScoreJob {
  readonly kind: 'score';
  /** A plain name. */
  readonly model: string;
  readonly modelFolders?: readonly string[];
  readonly learner: MelSpectrogram;
  readonly reference: MelSpectrogram;
  /** Of the reference, in its recording's time; without them no word gets a score. */
  readonly words?: readonly Word[] | undefined;
  /** Path of a file that the command calibrate wrote: scores then go through its map. */
  readonly calibration?: string | undefined;
  /** Also draws both recordings one above the other. */
  readonly pairPicture?: boolean;
  /** About the learner's recording; what is missing is not judged. */
  readonly facts: KnownFacts;
}

/** Loads a model and encodes a reference before anybody is compared with it. */
export interface PrepareJob {
  readonly kind: 'prepare';
  /** A plain name. */
  readonly model: string;
  readonly modelFolders?: readonly string[];
  readonly reference: MelSpectrogram;
}

/** A comparison, without tier and sentence: those are the caller's. */
export interface ScoreDetails {
  readonly verdict: Verdict;
  /** 0 to 100; null unless the verdict is `scored`. */
  readonly value: number | null;
  /** Whether `value` and the words' scores went through a calibration's map; the distances never do. */
  readonly calibrated: boolean;
  /** Where they did, what `value` would be without it. */
  readonly uncalibrated?: number | null;
  /** Null where there was nothing to compare, else also for recordings that were refused. */
  readonly distance: number | null;
  readonly mismatch: number | null;
  readonly alignmentCost: number | null;
  readonly model: string;
  readonly backend: BackendName;
  /** Why not the native runtime. */
  readonly backendReason?: string;
  /** Time that the comparison took in the child, loading of the model excluded. */
  readonly ms: number;
  /** Distance along the learner's time axis: value i belongs to startMs + i * hopMs of the recording. */
  readonly frames: { readonly hopMs: number; readonly startMs: number; readonly distance: readonly number[] };
  /** Of the reference's words, in the learner's time; empty where the reference has none or the model aligns nothing.
   *  Like `distance` they are there for refused recordings as well. */
  readonly words: readonly WordScore[];
  /** The reference's embeddings were there already. */
  readonly referenceCached: boolean;
}

export interface ScoreResult extends ScoreDetails {
  /** The pair picture, a PNG, where it was asked for and there was something to compare. */
  readonly image?: Buffer;
}

/** A comparison with what it means to the learner: what `msg.pronunciation.score` carries. */
export interface Score extends ScoreDetails, Grades<WordScore> {
  readonly words: Grades<WordScore>['words'];
  readonly message: string;
}

/** Hears which words were said. */
export interface HearJob extends KnownNoise {
  readonly kind: 'hear';
  readonly wav: Uint8Array;
  /** BCP 47 tag. */
  readonly language: string;
  /** What should have been said; without it the recording is written down. */
  readonly text?: string | undefined;
}

export interface HearResult {
  readonly heard: Heard & { readonly backend: BackendName };
  readonly facts: Facts;
}

export interface ModelsJob {
  readonly kind: 'models';
  readonly modelFolders?: readonly string[];
}

/** Reads a calibration and finds out whether it was made for this model. */
export interface CalibrationJob {
  readonly kind: 'calibration';
  /** Path. */
  readonly file: string;
  readonly model: string;
  readonly modelFolders?: readonly string[];
}

/** Everything that the engine can do, and what it gives back. */
export interface JobTable {
  readonly inspect: { readonly job: InspectJob; readonly result: AudioResult };
  readonly 'mic-check': { readonly job: MicCheckJob; readonly result: MicCheck };
  readonly noise: { readonly job: NoiseJob; readonly result: AudioResult };
  readonly vad: { readonly job: VadJob; readonly result: VadResult };
  readonly gain: { readonly job: GainJob; readonly result: GainResult };
  readonly time: { readonly job: TimeJob; readonly result: TimeResult };
  readonly mel: { readonly job: MelJob; readonly result: MelResult };
  readonly score: { readonly job: ScoreJob; readonly result: ScoreResult };
  readonly hear: { readonly job: HearJob; readonly result: HearResult };
  readonly prepare: { readonly job: PrepareJob; readonly result: null };
  readonly calibration: { readonly job: CalibrationJob; readonly result: Calibration };
  readonly models: { readonly job: ModelsJob; readonly result: ModelManifest[] };
}

export type JobKind = keyof JobTable;
export type Job = JobTable[JobKind]['job'];
export type ResultOf<J extends Job> = JobTable[J['kind']]['result'];
