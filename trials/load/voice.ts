import { seededRandom } from '../../base/random';
import { espeakNgCatalogue } from '../../voices/espeak-ng';
import { speak, type SpeakRequest } from '../../voices';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import type { Sentence } from './sentences';

type VoiceName = SpeakRequest['engine'];

/** How somebody says a sentence. */
export interface Speaker {
  /** Words a minute. */
  readonly rate: number;
  readonly pitch: number;
}

/** espeak-ng if it is installed, because it is fast; otherwise the same voice in WebAssembly. */
export async function voiceEngine(): Promise<VoiceName> {
  try {
    await espeakNgCatalogue();
    return 'espeak-ng';
  } catch {
    return 'built-in';
  }
}

/** A sentence as a WAV with a little room noise, which depends only on `seed`. */
export async function recordingOf(engine: VoiceName, sentence: Sentence, speaker: Speaker, seed: number): Promise<Buffer> {
  const { wav } = await speak({ engine, ...sentence, ...speaker, wordTimes: false });
  const { samples, sampleRate } = decodeWav(wav);
  const edge = Math.round(EDGE_SECONDS * sampleRate);
  const recorded = new Float32Array(samples.length + 2 * edge);
  recorded.set(samples, edge);
  const random = seededRandom(seed);
  for (let i = 0; i < recorded.length; i++) recorded[i] = LEVEL * (recorded[i] ?? 0) + ROOM * (2 * random() - 1);
  return encodeWav({ samples: recorded, sampleRate }).wav;
}

/** Silence before and after, s. */
const EDGE_SECONDS = 0.3;
/** Levels of the voice and of the noise, about 45 dB apart. */
const LEVEL = 0.5;
const ROOM = 0.001;
