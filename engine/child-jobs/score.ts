import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { LRUCache } from 'lru-cache';
import { PronError } from '../../base/errors';
import type { ModelManifest } from '../../pipeline/model-manifest';
import { pairPicture } from '../../pipeline/pair-picture';
import { encodePng } from '../../pipeline/png';
import { alongPath } from '../../pipeline/prosody/learner-times';
import { prosodyOf, type Prosody } from '../../pipeline/prosody/prosody';
import { heardUnits } from '../../pipeline/prosody/units';
import type { Comparison, EncodedSpeech } from '../../pipeline/siamese/compare';
import { calibratedScore } from '../../pipeline/siamese/calibration';
import { checkFeatures } from '../../pipeline/siamese/features-check';
import { checkMelLength, checkMelShape, checkMelValues, melSeconds, MIN_SPEECH_SECONDS } from '../../pipeline/siamese/mel-check';
import { greatestMismatch, nearestPlace, nearestWords, type Compared } from '../../pipeline/siamese/nearest';
import { scoreFromDistance } from '../../pipeline/siamese/score';
import { scoreByBoth, withoutRating, wordsByBoth } from '../../pipeline/siamese/two-witnesses';
import { verdictOf } from '../../pipeline/siamese/verdict';
import { scoreWords, type FrameTimes, type WordScore } from '../../pipeline/siamese/words';
import type { HeardChanges } from '../../pipeline/facts';
import type { MelSpectrogram } from '../../pipeline/types';
import { calibrationFor, checkJudge } from '../../models/calibrations';
import type { Inference } from '../inference';
import type { PrepareJob, ScoreJob, ScoreReference, ScoreResult } from '../jobs';
import type { FoundModel } from '../../models/found-model';
import { graphsStamp } from '../../models/model-files';
import { findModel } from '../../models/store';
import { loadNetwork } from '../load-network';
import type { Network } from '../network';

/** Cached references: enough for a class and its sentences. A reference that is compared by two models counts twice. */
const KEPT_REFERENCES = 50;
/** Longer references are not cached: fifty of two minutes would fill the memory of a small Pi. */
const KEPT_SECONDS = 30;
const KEPT_NETWORKS = 4;

export interface Scorer {
  readonly score: (job: ScoreJob) => Promise<ScoreResult>;
  /** Loads the model and encodes the reference, so that the first learner does not wait for that. */
  readonly prepare: (job: PrepareJob) => Promise<null>;
}

/** Compares recordings. Caches loaded models and encoded references for the next comparison. */
export function createScorer(inference: Inference): Scorer {
  const networks = new LRUCache<string, { readonly stamp: string; readonly network: Network }>({
    max: KEPT_NETWORKS,
    // A failure is ignored: a network that can't be released only uses memory until this process ends.
    dispose: ({ network }) => void network.release().catch(() => undefined),
  });
  const references = new LRUCache<string, EncodedSpeech>({ max: KEPT_REFERENCES });

  async function networkOf(model: FoundModel): Promise<{ stamp: string; network: Network; isNew: boolean }> {
    const stamp = await graphsStamp(model);
    const kept = networks.get(model.manifest.name);
    // Only the graphs are cached. Alignment and limits are read from the manifest each time.
    if (kept?.stamp === stamp) return { ...kept, isNew: false };
    networks.delete(model.manifest.name); // before the new one is loaded: a small Pi has no memory for both
    const loaded = { stamp, network: await loadNetwork(model, inference) };
    networks.set(model.manifest.name, loaded);
    return { ...loaded, isNew: true };
  }

  async function encodeReference(mel: MelSpectrogram, network: Network, stamp: string): Promise<[EncodedSpeech, boolean]> {
    const key = createHash('sha1').update(stamp).update(String(mel.frames)).update(mel.data).digest('base64');
    const kept = references.get(key);
    if (kept !== undefined) return [kept, true];
    const encoded = await network.encode(mel);
    if (melSeconds(mel) <= KEPT_SECONDS) references.set(key, encoded);
    return [encoded, false];
  }

  async function prepare(job: PrepareJob): Promise<null> {
    const model = await findModel(job.model, job.modelFolders);
    check(job.reference, model.manifest);
    const { stamp, network, isNew } = await networkOf(model);
    if (melSeconds(job.reference) > KEPT_SECONDS) return null;
    const [reference] = await encodeReference(job.reference, network, stamp);
    // The first run of a graph is slow: it allocates memory, and V8 compiles the code around it.
    if (isNew) await network.compare(reference, reference, model.manifest);
    return null;
  }

  async function score(job: ScoreJob): Promise<ScoreResult> {
    const model = await findModel(job.model, job.modelFolders);
    const { manifest } = model;
    const references: readonly ScoreReference[] = [job, ...(job.others ?? [])];
    check(job.learner, manifest);
    for (const { reference } of references) {
      check(reference, manifest);
      if (melSeconds(reference) < MIN_SPEECH_SECONDS) throw new PronError('PRON_EMPTY_REFERENCE');
    }
    const calibration = job.calibration === undefined ? undefined : await calibrationFor(job.calibration, model);
    const toScore = calibration === undefined ? scoreFromDistance : calibratedScore(calibration.knots);
    const { stamp, network } = await networkOf(model);
    const started = performance.now();
    const speechFound = melSeconds(job.learner) >= MIN_SPEECH_SECONDS;
    const compared: Compared[] = [];
    let speechOdds: number | undefined;
    let referenceCached = speechFound;
    if (speechFound) {
      const learner = await network.encode(job.learner);
      speechOdds = learner.speech;
      for (const one of references) {
        const [reference, cached] = await encodeReference(one.reference, network, stamp);
        referenceCached &&= cached;
        const comparison = await network.compare(learner, reference, manifest);
        compared.push({ comparison, words: wordsOf(job.learner, one, comparison, manifest, toScore) });
      }
    }
    const place = nearestPlace(compared);
    const comparison = compared[place]?.comparison;
    const nearest = references[place];
    const { heard } = job.facts;
    // Its map knows nothing of the ear's ratings.
    const mapped = calibration === undefined || calibration.ear === true ? heard : withoutRating(heard);
    const words = comparison === undefined ? [] : wordsByBoth(nearestWords(compared, place), mapped, toScore);
    const ms = performance.now() - started;
    const mismatch = greatestMismatch(compared);
    const found = { speechFound, speechOdds, mismatch };
    const verdict = verdictOf({ ...job.facts, ...found }, manifest.verdict);
    if (verdict === 'scored' && calibration?.ear === true) {
      const file = basename(job.calibration ?? '');
      if (heard?.rating === undefined) throw new PronError('PRON_CALIBRATION_EAR', { file });
      checkJudge(calibration, file, model, heard.judge);
    }
    const pointsBy = (map: (distance: number) => number, said: HeardChanges | undefined): number | null =>
      comparison === undefined ? null : scoreByBoth(comparison.distance, said, manifest, map);
    const points = pointsBy(toScore, mapped);
    const prosody = verdict === 'scored' && comparison !== undefined && nearest !== undefined ? prosodyIn(job, nearest, comparison, manifest) : undefined;
    const ifScored = (value: number | null): number | null => (verdict === 'scored' ? value : null);
    return {
      verdict,
      value: ifScored(points),
      calibrated: calibration !== undefined,
      ...(calibration === undefined ? {} : { uncalibrated: ifScored(pointsBy(scoreFromDistance, heard)) }),
      points,
      siamese: comparison === undefined ? null : scoreFromDistance(comparison.distance),
      distance: comparison?.distance ?? null,
      mismatch: mismatch ?? null,
      alignmentCost: comparison?.alignmentCost ?? null,
      model: manifest.name,
      backend: network.backend,
      ...(network.backend === 'wasm' && inference.reason !== undefined ? { backendReason: inference.reason } : {}),
      ms,
      frames: {
        hopMs: frameMsOf(manifest),
        startMs: job.learner.startMs,
        distance: [...(comparison?.frameDistance ?? [])],
      },
      words,
      reference: nearest === undefined ? null : { place, of: references.length, ...(nearest.voice !== undefined && { voice: nearest.voice }) },
      referenceCached,
      ...(prosody === undefined ? {} : { prosody }),
      ...(job.pairPicture === true && comparison !== undefined && nearest !== undefined
        ? { image: imageOf(job.learner, nearest.reference, comparison, words, manifest) }
        : {}),
    };
  }

  return { score, prepare };
}

/** @throws PronError PRON_NOT_MEL, PRON_FEATURES_DIFFER, PRON_AUDIO_TOO_LONG */
function check(mel: MelSpectrogram, { name, features }: ModelManifest): void {
  checkMelShape(mel);
  checkFeatures(mel.parameters, features, name);
  checkMelLength(mel);
  checkMelValues(mel);
}

/** Duration of a frame, ms; 0 for a picture model, which has no distances along time. */
function frameMsOf(manifest: ModelManifest): number {
  return manifest.architecture === 'picture' ? 0 : manifest.frameMs;
}

function timesOf(learner: MelSpectrogram, reference: MelSpectrogram, manifest: ModelManifest): FrameTimes {
  return { frameMs: frameMsOf(manifest), learnerStartMs: learner.startMs, referenceStartMs: reference.startMs };
}

function prosodyIn({ learner, learnerContour, facts }: ScoreJob, { reference, contour }: ScoreReference, { path }: Comparison, manifest: ModelManifest): Prosody | undefined {
  if (learnerContour === undefined || contour === undefined) return undefined;
  const learnerTime = path.length === 0 ? undefined : alongPath(path, timesOf(learner, reference, manifest));
  return prosodyOf({ learner: learnerContour, reference: contour, learnerTime, units: heardUnits(facts.heard) });
}

function wordsOf(
  learner: MelSpectrogram,
  { words = [], reference }: ScoreReference,
  comparison: Comparison,
  manifest: ModelManifest,
  toScore: (distance: number) => number,
): WordScore[] {
  return scoreWords(words, comparison, timesOf(learner, reference, manifest), toScore);
}

function imageOf(
  learner: MelSpectrogram,
  reference: MelSpectrogram,
  comparison: Comparison,
  words: readonly WordScore[],
  manifest: ModelManifest,
): Buffer {
  const { margin } = manifest.score;
  return encodePng(pairPicture({ learner, reference, comparison, words, frameMs: frameMsOf(manifest), margin }));
}
