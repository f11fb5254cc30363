import { PronError } from '../../base/errors';
import { findSpeech } from '../../pipeline/speech';
import { MAX_RATIO, MIN_RATIO, stretch } from '../../pipeline/stretch';
import type { Audio, Span } from '../../pipeline/types';
import type { TimeJob, TimeResult } from '../jobs';
import { writeRecording, readRecording } from './audio';

/** @throws PronError PRON_TIME_RATIO, and the errors of `readRecording` */
export function runTime({ wav, target, speech, noise }: TimeJob): TimeResult {
  const { audio, facts } = readRecording(wav, noise);
  const ratio = 'ratio' in target ? target.ratio : target.speechMs / (speechMsOf(audio, speech) ?? target.speechMs);
  // Negated, so that NaN is refused too.
  if (!(ratio >= MIN_RATIO && ratio <= MAX_RATIO)) {
    throw new PronError('PRON_TIME_RATIO', { ratio: ratio.toFixed(2), min: MIN_RATIO, max: MAX_RATIO });
  }
  const samples = stretch(audio.samples, audio.sampleRate, ratio);
  return { ...writeRecording({ samples, sampleRate: audio.sampleRate }, facts), ratio };
}

/** Length of the speech, ms; null if there is none. @param known an earlier stage's result */
function speechMsOf({ samples, sampleRate }: Audio, known: Span | null | undefined): number | null {
  if (known !== undefined) return known === null ? null : known.endMs - known.startMs;
  const found = findSpeech(samples, sampleRate);
  return found === null ? null : ((found.end - found.start) / sampleRate) * 1000;
}
