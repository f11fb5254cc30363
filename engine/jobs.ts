import type { GainOptions } from '../pipeline/gain';
import type { GateOptions } from '../pipeline/gate';
import type { MelFilters } from '../pipeline/mel-filters';
import type { MicCheck } from '../pipeline/mic-check';
import type { ModelManifest } from '../pipeline/model-manifest';
import type { Calibration } from '../pipeline/siamese/calibration-file';
import type { Heard } from '../pipeline/ear/heard';
import type { VoiceFault } from '../pipeline/ear/voice-fault';
import type { Grades } from '../pipeline/siamese/grades';
import type { Verdict } from '../pipeline/siamese/verdict';
import type { WordScore } from '../pipeline/siamese/words';
import type { SpeechOptions } from '../pipeline/speech';
import type { Contour, KnownFacts } from '../pipeline/facts';
import type { Prosody } from '../pipeline/prosody/prosody';
import type { Level, MelFeatures, MelSpectrogram, NoiseMeasure, Span, Word } from '../pipeline/types';
import type { BackendName } from './inference';

/** Facts that are measured on every incoming recording. */
export interface Facts {
  /** Hz. */
  readonly sampleRate: number;
  /** Of the job's output audio, or of the incoming audio if the job outputs none. */
  readonly durationMs: number;
  /** Of the incoming audio. */
  readonly level: Level;
  /** Of the incoming audio, before any gating. If the job has a `KnownNoise`, that is used. */
  readonly noise: NoiseMeasure;
}

/** The noise of the original recording, if an earlier stage has measured it. Then it is not measured again. */
export type KnownNoise = Pick<KnownFacts, 'noise'>;

/** The result of every job that outputs audio. */
export interface AudioResult {
  /** Mono, 16-bit PCM, at the incoming rate. The Buffer does not share memory with others. */
  readonly wav: Buffer;
  readonly facts: Facts;
  /** Of the output audio. */
  readonly levelNow: Level;
  /** Fraction of samples that did not fit into 16 bits. */
  readonly saturatedShare: number;
}

/** Measures a recording from a microphone or a voice. Changes only its sample rate. */
export interface InspectJob extends KnownNoise {
  readonly kind: 'inspect';
  readonly wav: Uint8Array;
  /** Sample rate of the output, Hz. By default the rate does not change. */
  readonly sampleRate?: number;
}

/** Judges a test recording from a microphone. */
export interface MicCheckJob {
  readonly kind: 'mic-check';
  readonly wav: Uint8Array;
}

export interface NoiseJob extends KnownNoise {
  readonly kind: 'noise';
  readonly wav: Uint8Array;
  readonly options: GateOptions;
  /** A WAV of the noise alone. It has priority over `options.profile`, and makes the gate stationary, because the other kind
   *  uses no profile. */
  readonly noiseProfile?: Uint8Array | undefined;
}

export interface VadJob extends KnownNoise {
  readonly kind: 'vad';
  readonly wav: Uint8Array;
  readonly options: SpeechOptions;
}

export interface VadResult extends AudioResult {
  /** In the time of the output audio. Null if there is no speech: then nothing is cut. */
  readonly speech: Span | null;
  /** Duration that was cut off at the start, ms. All times move to the left by it. */
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
  /** Length of the output divided by that of the input; or the wanted length of the speech, ms. */
  readonly target: { readonly ratio: number } | { readonly speechMs: number };
  /** Where the speech is, if an earlier stage has searched for it; null if it found none. */
  readonly speech?: Span | null | undefined;
}

export interface TimeResult extends AudioResult {
  /** Length of the output divided by that of the input; 1 if the target is a speech length but there is no speech. */
  readonly ratio: number;
}

export interface MelJob extends KnownNoise {
  readonly kind: 'mel';
  readonly wav: Uint8Array;
  readonly features: MelFeatures;
  readonly filters?: MelFilters | undefined;
  /** Also measures pitch and level over time. */
  readonly contour?: boolean;
}

export interface MelResult {
  readonly mel: MelSpectrogram;
  /** If the job wants it. */
  readonly contour?: Contour;
  /** A PNG, low frequencies at the bottom, if the features include a picture. */
  readonly image?: Buffer;
  readonly facts: Facts;
}

/** A recording that learners are compared with. */
export interface ScoreReference {
  readonly reference: MelSpectrogram;
  /** Its words, in the time of its recording. Without them no word gets a score. */
  readonly words?: readonly Word[] | undefined;
  /** Whose voice it is. */
  readonly voice?: string | undefined;
  /** Which take of that voice, where there are several: 1 is the one that the learner hears. */
  readonly take?: number | undefined;
  /** Its pitch and level over time. */
  readonly contour?: Contour | undefined;
}

export interface ScoreJob extends ScoreReference {
  readonly kind: 'score';
  /** A name, not a path. */
  readonly model: string;
  readonly modelFolders?: readonly string[];
  readonly learner: MelSpectrogram;
  /** More recordings of the same text. The nearest of all counts, for each word the nearest to that. */
  readonly others?: readonly ScoreReference[];
  /** Path of a file that the command calibrate wrote. Scores then go through its map. */
  readonly calibration?: string | undefined;
  /** Also draws both recordings, one above the other. */
  readonly pairPicture?: boolean;
  /** Pitch and level of the learner. Without it, or without the nearest reference's, nothing is said about melody and pace. */
  readonly learnerContour?: Contour | undefined;
  /** About the learner's recording. A missing fact is not judged. */
  readonly facts: KnownFacts;
}

/** Loads a model and encodes a reference before the first learner is compared with it. */
export interface PrepareJob {
  readonly kind: 'prepare';
  /** A name, not a path. */
  readonly model: string;
  readonly modelFolders?: readonly string[];
  readonly reference: MelSpectrogram;
}

export interface NearestReference {
  /** 0 is the job's own reference, 1 the first of the others. */
  readonly place: number;
  /** How many there were. */
  readonly of: number;
  readonly voice?: string;
  readonly take?: number;
}

/** The result of a comparison, without tier and message: the caller adds those. */
export interface ScoreDetails {
  readonly verdict: Verdict;
  /** 0 to 100; null unless the verdict is `scored`. */
  readonly value: number | null;
  /** Whether `value` and the words' scores went through a calibration's map. The distances never do. */
  readonly calibrated: boolean;
  /** With a calibration: what `value` would be without it. */
  readonly uncalibrated?: number | null;
  /** What `value` would be whatever the verdict; null if there was nothing to compare. */
  readonly points: number | null;
  /** By the Siamese network alone, without an ear and without a calibration; null if there was nothing to compare. */
  readonly siamese: number | null;
  /** Null if there was nothing to compare. Also present for refused recordings. */
  readonly distance: number | null;
  /** The greatest of all references. */
  readonly mismatch: number | null;
  readonly alignmentCost: number | null;
  readonly model: string;
  readonly backend: BackendName;
  /** Why the native runtime is not used. */
  readonly backendReason?: string;
  /** Duration of the comparison in the child, without loading the model. */
  readonly ms: number;
  /** Distance along the learner's time axis: value i belongs to startMs + i * hopMs of the recording. */
  readonly frames: { readonly hopMs: number; readonly startMs: number; readonly distance: readonly number[] };
  /** Scores of the reference's words, in the learner's time. Empty if the reference has no words or the model has no
   *  alignment. Like `distance`, also present for refused recordings. */
  readonly words: readonly WordScore[];
  /** The nearest of the references; null if there was nothing to compare. */
  readonly reference: NearestReference | null;
  /** Whether the embeddings of all references came from the cache. */
  readonly referenceCached: boolean;
}

export interface ScoreResult extends ScoreDetails {
  /** The pair picture, a PNG, if the job wants one and there was something to compare. */
  readonly image?: Buffer;
  /** Melody and pace of both, if the job has the contours, the recording is scored, and both speak. */
  readonly prosody?: Prosody;
}

/** A comparison with its meaning for the learner: the content of `msg.pronunciation.score`. */
export interface Score extends ScoreDetails, Grades {
  readonly words: Grades['words'];
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
  /** Where the speech is, if an earlier stage has searched for it; null if it found none. */
  readonly speech?: Span | null | undefined;
}

/** Listens to a reference: does the voice say its text? Never loads the ear. */
export interface CheckVoiceJob {
  readonly kind: 'check-voice';
  readonly wav: Uint8Array;
  /** BCP 47 tag. */
  readonly language: string;
  /** What the voice should say. */
  readonly text: string;
}

export interface CheckVoiceResult {
  /** False where the ear is not loaded, or does not know the language. Silence is noticed without it. */
  readonly listened: boolean;
  /** Null where the voice says its text, as far as is known. */
  readonly fault: VoiceFault | null;
}

/** Loads the ear, so that the first learner need not wait for it. */
export interface LoadEarJob {
  readonly kind: 'load-ear';
}

export interface HearResult {
  readonly heard: Heard & { readonly backend: BackendName };
  readonly facts: Facts;
}

export interface ModelsJob {
  readonly kind: 'models';
  readonly modelFolders?: readonly string[];
}

/** Reads a calibration and checks that it was made for this model. */
export interface CalibrationJob {
  readonly kind: 'calibration';
  /** Path. */
  readonly file: string;
  readonly model: string;
  readonly modelFolders?: readonly string[];
}

/** All jobs of the engine, with their results. */
export interface JobTable {
  readonly inspect: { readonly job: InspectJob; readonly result: AudioResult };
  readonly 'mic-check': { readonly job: MicCheckJob; readonly result: MicCheck };
  readonly noise: { readonly job: NoiseJob; readonly result: AudioResult };
  readonly vad: { readonly job: VadJob; readonly result: VadResult };
  readonly gain: { readonly job: GainJob; readonly result: GainResult };
  readonly time: { readonly job: TimeJob; readonly result: TimeResult };
  readonly mel: { readonly job: MelJob; readonly result: MelResult };
  readonly score: { readonly job: ScoreJob; readonly result: ScoreResult };
  readonly 'load-ear': { readonly job: LoadEarJob; readonly result: null };
  readonly hear: { readonly job: HearJob; readonly result: HearResult };
  readonly 'check-voice': { readonly job: CheckVoiceJob; readonly result: CheckVoiceResult };
  readonly prepare: { readonly job: PrepareJob; readonly result: null };
  readonly calibration: { readonly job: CalibrationJob; readonly result: Calibration };
  readonly models: { readonly job: ModelsJob; readonly result: ModelManifest[] };
}

export type JobKind = keyof JobTable;
export type Job = JobTable[JobKind]['job'];
export type ResultOf<J extends Job> = JobTable[J['kind']]['result'];
