import type { Ear } from '../../engine/ear/ear';
import { spokenWords } from '../../engine/ear/spoken-words';
import { readAudio } from '../../engine/offline/read-audio';
import { spokenText } from '../../language/spoken';
import { EAR_MOST_SECONDS, earSamples } from '../../pipeline/ear/samples';
import { spell } from '../../pipeline/ear/spelling';
import { findSpeech } from '../../pipeline/speech';
import { decodeWav } from '../../pipeline/wav';
import { measureProbe } from './measure-probe';
import type { HeardRecording } from './heard-recording';
import type { ProbeWeights } from './probe-weights';
import type { SchoolRecording } from './school-recordings';

/** Less evidence than this a recording of its own text never has: see training/ear/korean/README.md. */
const LEAST_EVIDENCE = -2.5;

/** A probe before it learns: its weights, and which class a phone is. */
export interface KnownProbe {
  readonly weights: ProbeWeights;
  readonly classOf: (symbol: string) => number;
}

/**
 * Listens to a Korean recording.
 * @throws Error that ends a sentence about the recording: why nothing can be learned from it
 */
export async function hearRecording(ear: Ear, { weights, classOf }: KnownProbe, recording: SchoolRecording): Promise<HeardRecording> {
  const { path, name, text, speaker } = recording;
  if (!/\p{Script=Hangul}/u.test(text)) throw new Error(`its text "${text}" is not Korean`);
  const audio = decodeWav(await readAudio(path));
  if (findSpeech(audio.samples, audio.sampleRate) === null) throw new Error('nobody speaks in it');
  const { samples, speechMs } = earSamples(audio);
  if (speechMs > EAR_MOST_SECONDS * 1000) throw new Error(`it is ${Math.round(speechMs / 1000)} s long; cut it at pauses into parts of at most ${EAR_MOST_SECONDS} s`);
  const speak = spokenWords('ko');
  const words = speak?.({ words: spell(spokenText(text, 'ko').text, 'ko').words }).map(({ phones }) => (phones.length === 0 ? [] : [phones.map(({ symbol }) => classOf(symbol))])) ?? [];
  const { block5, frames: count, size } = await ear.listen(samples);
  const heard = { file: name, speaker, seconds: speechMs / 1000, frames: lessMean(block5, count, size), count, size, words };
  const { phones, evidence } = measureProbe(weights, [heard]);
  if (phones === 0) throw new Error(`nobody knows how to pronounce "${text}"`);
  if (evidence < LEAST_EVIDENCE) throw new Error('it does not sound like its text, or not like Korean');
  return heard;
}

function lessMean(frames: Float32Array, count: number, size: number): Float32Array {
  const mean = new Float64Array(size);
  frames.forEach((value, i) => (mean[i % size] = (mean[i % size] as number) + value / count));
  return frames.map((value, i) => value - (mean[i % size] as number));
}
