import { isNothingButNoise } from '../../pipeline/snr';
import { findSpeech } from '../../pipeline/speech';
import type { VadJob, VadResult } from '../jobs';
import { writeRecording, readRecording } from './audio';

export function runVad({ wav, options, noise }: VadJob): VadResult {
  const { audio, facts } = readRecording(wav, noise);
  const { samples, sampleRate } = audio;
  // The search uses no padding, so that `speech` is exact. Padding only decides how much is kept around the speech.
  const { padBeforeMs = 0, padAfterMs = 0, ...search } = options;
  const found = isNothingButNoise(facts.noise)
    ? null
    : findSpeech(samples, sampleRate, { ...search, padBeforeMs: 0, padAfterMs: 0 });
  if (found === null) return { ...writeRecording(audio, facts), speech: null, trimmedStartMs: 0 };
  const start = Math.max(0, found.start - Math.round((padBeforeMs * sampleRate) / 1000));
  const end = Math.min(samples.length, found.end + Math.round((padAfterMs * sampleRate) / 1000));
  const msOf = (count: number): number => (count / sampleRate) * 1000;
  return {
    ...writeRecording({ samples: samples.slice(start, end), sampleRate }, facts),
    speech: { startMs: msOf(found.start - start), endMs: msOf(found.end - start) },
    trimmedStartMs: msOf(start),
  };
}
