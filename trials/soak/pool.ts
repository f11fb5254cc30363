import { encodeWav } from '../../pipeline/wav';
import { seededRandom } from '../../base/random';
import { practiceSentences } from '../load/sentences';
import { recordingOf, voiceEngine, type Speaker } from '../load/voice';

/** All recordings, made before the run, so that the soak measures Node-RED alone. */
export interface Pool {
  readonly sentences: readonly { readonly reference: Buffer; readonly learners: readonly Buffer[] }[];
  /** A room in which nobody speaks. */
  readonly silence: Buffer;
  /** Files that are not recordings, each of another kind. */
  readonly bad: readonly Buffer[];
}

const REFERENCE: Speaker = { rate: 175, pitch: 50 };
const LEARNERS: readonly Speaker[] = [{ rate: 150, pitch: 45 }, { rate: 190, pitch: 60 }];

export async function makePool(): Promise<Pool> {
  const engine = await voiceEngine();
  const sentences = [];
  let seed = 0;
  for (const sentence of practiceSentences()) {
    const say = (speaker: Speaker): Promise<Buffer> => recordingOf(engine, sentence, speaker, ++seed);
    const reference = await say(REFERENCE);
    sentences.push({ reference, learners: [await say(LEARNERS[0] ?? REFERENCE), await say(LEARNERS[1] ?? REFERENCE)] });
  }
  const random = seededRandom(++seed);
  const room = Float32Array.from({ length: 32_000 }, () => 0.001 * (2 * random() - 1));
  const silence = encodeWav({ samples: room, sampleRate: 16_000 }).wav;
  return { sentences, silence, bad: badRecordings(silence) };
}

function badRecordings(good: Buffer): Buffer[] {
  const withField = (offset: number, value: number): Buffer => {
    const wav = Buffer.from(good);
    wav.writeUInt16LE(value, offset);
    return wav;
  };
  const FORMAT = 20;
  const CHANNELS = 22;
  const ADPCM = 2;
  return [
    Buffer.from('no recording at all'),
    good.subarray(0, 30),
    withField(FORMAT, ADPCM),
    withField(CHANNELS, 0),
  ];
}
