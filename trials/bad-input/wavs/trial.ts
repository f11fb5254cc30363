import { pick, type Random } from '../../../base/random';
import type { Engine } from '../../../engine/engine';
import type { AudioResult, Job, MelJob, ResultOf } from '../../../engine/jobs';
import { DEFAULT_FEATURES } from '../../../pipeline/default-features';
import { PronError } from '../../../base/errors';
import type { MelFeatures, MelSpectrogram } from '../../../pipeline/types';
import { readWavHeader } from '../../../pipeline/wav-header';
import { brokenNumbers, outside, refused, type Outcome } from '../outcome';

/** Features as for the picture models: the level is not normalised. */
const LOUDNESS_COUNTS: MelFeatures = {
  ...DEFAULT_FEATURES, scale: 'db', trimDb: null, rmsNormalise: false, preEmphasis: 0, picture: 'magma', pictureHeight: 32, pictureWidth: 64,
};
const LIMIT_MS = 15_000;

/** Gives one WAV to every job that takes a WAV, and compares its mel-spectrogram with `reference`. */
export async function tryWav(engine: Engine, wav: Buffer, reference: MelSpectrogram, random: Random): Promise<Outcome> {
  const faults: string[] = [];
  const run = <J extends Job>(job: J): Promise<ResultOf<J>> => engine.run(job, { timeoutMs: LIMIT_MS });
  try {
    checkAudio('inspect', await run({ kind: 'inspect', wav }), faults);
  } catch (error) {
    faults.push(...(await otherRefusals(run, wav, error)));
    return { ...refused(error, faults), reached: reachedBy(error) };
  }
  try {
    const gain = pick([{ mode: 'change', gainDb: 60 }, { mode: 'rms', targetDb: -23 }, { mode: 'peak', targetDb: 0 }] as const, random);
    const profile = random() < 0.2 ? { noiseProfile: wav } : {};
    const ratio = pick([0.25, 0.7, 1, 1.3, 4], random);
    checkAudio('noise', await run({ kind: 'noise', wav, options: { stationary: random() < 0.5 }, ...profile }), faults);
    const vad = await run({ kind: 'vad', wav, options: { padBeforeMs: 100, padAfterMs: 5000 } });
    checkAudio('vad', vad, faults);
    checkAudio('gain', await run({ kind: 'gain', wav, options: gain }), faults);
    checkAudio('time', await run({ kind: 'time', wav, target: { ratio }, speech: vad.speech }), faults);
    await checkLength(run, wav, faults);
    const mel: MelJob = { kind: 'mel', wav, features: DEFAULT_FEATURES };
    const loud = await run({ ...mel, features: LOUDNESS_COUNTS });
    const { mel: learner, facts } = await run(mel);
    const score = await run({ kind: 'score', model: 'default', learner, reference, facts: random() < 0.5 ? {} : facts });
    faults.push(...brokenNumbers({ loud: { ...loud, image: undefined }, learner, facts, score }), ...outside('score', score.value, 0, 100));
    return { accepted: true, reached: 'decoder', faults };
  } catch (error) {
    return { ...refused(error, [`read by inspect and refused later: ${String(error)}`, ...faults]), reached: 'decoder' };
  }
}

type Run = <J extends Job>(job: J) => Promise<ResultOf<J>>;

/** Speech cannot be stretched to every length; the job says so. */
async function checkLength(run: Run, wav: Buffer, faults: string[]): Promise<void> {
  try {
    checkAudio('time', await run({ kind: 'time', wav, target: { speechMs: 500 } }), faults);
  } catch (error) {
    if (!(error instanceof PronError && error.code === 'PRON_TIME_RATIO')) throw error;
  }
}

/** All other jobs must refuse a WAV that inspect has refused, with the same error. */
async function otherRefusals(run: Run, wav: Buffer, first: unknown): Promise<string[]> {
  const jobs: readonly Job[] = [
    { kind: 'noise', wav, options: {} }, { kind: 'vad', wav, options: {} }, { kind: 'mel', wav, features: DEFAULT_FEATURES },
    { kind: 'time', wav, target: { ratio: 2 } }, { kind: 'gain', wav, options: { mode: 'change', gainDb: 6 } }, { kind: 'mic-check', wav },
  ];
  const faults: string[] = [];
  for (const job of jobs) {
    const said = await run(job).then(() => 'taken', String);
    if (said !== String(first)) faults.push(`${job.kind} says otherwise: ${said}`);
  }
  return faults;
}

/** Samples that are NaN or far too large are found only by decoding. All other faults of a file are found in the header. */
function reachedBy(error: unknown): 'header' | 'decoder' {
  const reason = error instanceof PronError ? error.details['reason'] : undefined;
  const said = typeof reason === 'object' && 'phrase' in reason ? reason.phrase : '';
  return said === 'wavNotFinite' || said === 'wavTooLoud' ? 'decoder' : 'header';
}

/** A stage's output must be in range, and a WAV that the next stage accepts. */
function checkAudio(kind: string, result: AudioResult, faults: string[]): void {
  const { wav, ...numbers } = result;
  faults.push(...brokenNumbers(numbers, kind), ...outside(`${kind}.saturatedShare`, result.saturatedShare, 0, 1));
  faults.push(...outside(`${kind}.clippedShare`, result.facts.level.clippedShare, 0, 1));
  try {
    readWavHeader(wav);
  } catch (error) {
    faults.push(`${kind} gives out what no other stage takes: ${String(error)}`);
  }
}
