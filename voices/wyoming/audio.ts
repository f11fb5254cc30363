import { pcmOfWav } from '../../pipeline/pcm16';
import { wyomingBytes } from './events';

/** Samples of one audio-chunk: a tenth of a second at 16 kHz, so that a peer can begin to play at once. */
const CHUNK_BYTES = 3200;

/** Sample rate that an audio event names, Hz; undefined unless it is 16-bit mono: anything else is refused, not guessed. */
export function pcm16Rate({ rate, width, channels }: Readonly<Record<string, unknown>>): number | undefined {
  const isPcm16Mono = typeof rate === 'number' && Number.isInteger(rate) && rate >= 8000 && rate <= 192000 && width === 2 && channels === 1;
  return isPcm16Mono ? rate : undefined;
}

/** The events that carry a recording, in their order, as bytes. @param wav as `encodeWav` or `wavOfPcm16` wrote it */
export function* audioEvents(wav: Uint8Array, sampleRate: number): Generator<Buffer> {
  const form = { rate: sampleRate, width: 2, channels: 1 };
  const pcm = pcmOfWav(wav);
  yield wyomingBytes('audio-start', { ...form, timestamp: 0 });
  for (let at = 0; at < pcm.length; at += CHUNK_BYTES) {
    yield wyomingBytes('audio-chunk', form, pcm.subarray(at, at + CHUNK_BYTES));
  }
  yield wyomingBytes('audio-stop', { timestamp: Math.round((1000 * pcm.length) / 2 / sampleRate) });
}
