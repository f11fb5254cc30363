import type { ModelManifest } from '../pipeline/model-manifest';
import type { Verdict } from '../pipeline/siamese/verdict';
import type { Level, MelSpectrogram, NoiseMeasure, Span } from '../pipeline/types';
import type { BackendName } from './inference';

/** What is measured on every recording that comes in. */
export interface Facts {
  /** Hz. */
  readonly sampleRate: number;
  /** Of the audio that the job gives out; of the incoming where it gives out none. */
  readonly durationMs: number;
  /** Of the incoming audio. */
  readonly level: Level;
  /** Of the incoming audio, before any gating. */
  readonly noise: NoiseMeasure;
}

export interface ScoreJob {
  readonly kind: 'score';
  /** A plain name. */
  readonly model: string;
  readonly modelFolders?: readonly string[];
  readonly learner: MelSpectrogram;
  readonly reference: MelSpectrogram;
  /** About the learner's recording; what is missing is not judged. */
  readonly facts: {
    readonly level?: Level | undefined;
    readonly noise?: NoiseMeasure | undefined;
    readonly speech?: Span | null | undefined;
  };
}

/** The comparison as `msg.pronunciation.score` carries it. */
export interface ScoreDetails {
  readonly verdict: Verdict;
  /** 0 to 100; null unless the verdict is `scored`. */
  readonly value: number | null;
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
  /** The reference's embeddings were there already. */
  readonly referenceCached: boolean;
}

export interface ModelsJob {
  readonly kind: 'models';
  readonly modelFolders?: readonly string[];
}

/** Everything that the engine can do, and what it gives back. */
export interface JobTable {
  readonly score: { readonly job: ScoreJob; readonly result: ScoreDetails };
  readonly models: { readonly job: ModelsJob; readonly result: ModelManifest[] };
}

export type JobKind = keyof JobTable;
export type Job = JobTable[JobKind]['job'];
export type ResultOf<J extends Job> = JobTable[J['kind']]['result'];
