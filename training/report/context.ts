import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { memoise } from '../../base/memoise';
import { readAudio } from '../../engine/offline/read-audio';
import { referenceVoice, type ReferenceVoice } from '../../engine/offline/reference-voice';
import { openScoring, type Learner, type Scoring } from '../../engine/offline/scoring';
import { findModel } from '../../models/store';
import { measureLevel } from '../../pipeline/level';
import type { ModelManifest } from '../../pipeline/model-manifest';
import { recordingMel } from '../../pipeline/recording-mel';
import { scoreFromDistance } from '../../pipeline/siamese/score';
import type { Verdict } from '../../pipeline/siamese/verdict';
import { measureNoise } from '../../pipeline/snr';
import { findSpeech } from '../../pipeline/speech';
import type { Audio, MelSpectrogram } from '../../pipeline/types';
import { decodeWav } from '../../pipeline/wav';

/** The result of a comparison, as the report counts it. */
export interface Judged {
  readonly verdict: Verdict;
  /** Score of the distance, whatever the verdict; 0 if nothing could be compared. */
  readonly score: number;
  /** The score that the learner sees: 0 if refused. */
  readonly given: number;
  /** Higher is more like the reference; -Infinity if nothing could be compared. */
  readonly likeness: number;
}

/** The model to measure, and functions that all rows need. */
export interface Context {
  readonly model: string;
  readonly modelFolders: readonly string[];
  /** The folder of the model. */
  readonly folder: string;
  /** The folder of recordings. */
  readonly speech: string;
  /** Measure only a few items of each row, as a test that everything works. The figures then mean nothing. */
  readonly few: boolean;
  /** A folder for files that are needed until the report is done. */
  readonly work: string;
  /** File names of the recordings that the model was calibrated on. No row may count them. */
  readonly calibratedOn: readonly string[];
  readonly scoring: Scoring;
  readonly voice: ReferenceVoice;
  /** The protocol's reference of a text. Each text is spoken only once. */
  reference(text: string, language: string): Promise<MelSpectrogram>;
  /** A recording's samples at its own rate. */
  audio(path: string): Promise<Audio>;
  /** Does the work of the vad and mel jobs, without rounding to 16 bits in between. */
  hear(audio: Audio): Learner;
  melOf(audio: Audio): MelSpectrogram;
  compare(learner: Learner, reference: MelSpectrogram): Promise<Judged>;
  /** Ends the scoring and removes `work`. */
  close(): Promise<void>;
}

const KEPT_REFERENCES = 1000;
const KEPT_RECORDINGS = 100;

export interface ContextOptions {
  readonly model: string;
  readonly modelFolders: readonly string[];
  readonly speech: string;
  readonly few: boolean;
}

export async function openContext(options: ContextOptions): Promise<Context> {
  const { folder } = await findModel(options.model, options.modelFolders);
  const scoring = await openScoring(options.model, options.modelFolders);
  const { features } = scoring.manifest;
  const voice = referenceVoice();
  const melOf = (audio: Audio): MelSpectrogram => recordingMel(audio, features);
  const references = memoise(KEPT_REFERENCES, async (key) => {
    const [text = '', language = ''] = JSON.parse(key) as string[];
    return melOf(decodeWav(await voice.say(text, language)));
  });
  const work = mkdtempSync(join(tmpdir(), 'pronunciation-report-'));
  return {
    ...options,
    folder,
    work,
    calibratedOn: calibrationOf(scoring.manifest),
    scoring,
    voice,
    melOf,
    reference: (text, language) => references(JSON.stringify([text, language])),
    audio: memoise(KEPT_RECORDINGS, async (path) => decodeWav(await readAudio(path))),
    hear(audio) {
      const { samples, sampleRate } = audio;
      const found = findSpeech(samples, sampleRate);
      const msOf = (count: number): number => (count / sampleRate) * 1000;
      return {
        mel: melOf(audio),
        level: measureLevel(samples),
        noise: measureNoise(samples, sampleRate),
        speech: found && { startMs: msOf(found.start), endMs: msOf(found.end) },
      };
    },
    async compare(learner, reference) {
      const { verdict, value, distance, mismatch } = await scoring.score(learner, reference);
      return {
        verdict,
        score: distance === null ? 0 : scoreFromDistance(distance),
        given: value ?? 0,
        likeness: mismatch === null ? -Infinity : -mismatch,
      };
    },
    async close() {
      await scoring.close();
      rmSync(work, { recursive: true, force: true });
    },
  };
}

function calibrationOf({ training }: ModelManifest): string[] {
  const files = training['calibratedOn'];
  return Array.isArray(files) ? files.map((file) => basename(String(file))) : [];
}

/** `count` items at equal steps over the list; all items if there are fewer. */
export function spread<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return Array.from({ length: Math.min(count, items.length) }, (_, i) => items[Math.floor(i * step)]).flatMap(
    (item) => (item === undefined ? [] : [item]),
  );
}
