import { phrase, PronError, type ErrorDetail } from '../../base/errors';
import { wavOfPcm16 } from '../../pipeline/pcm16';
import type { SpeakRequest, Speech } from '../request';
import { enqueueAtServer, servedLimits } from '../server';
import { pcm16Rate } from './audio';
import { askWyoming } from './conversation';

const ENGINE = 'wyoming';

const fault = (reason: ErrorDetail): PronError => new PronError('PRON_TTS_FAILED', { engine: ENGINE, reason });

/** Why a server could not speak, in its words. */
function saidIn({ text }: Readonly<Record<string, unknown>>): ErrorDetail {
  return typeof text === 'string' && text !== '' ? text : phrase('wroteNoAudio');
}

/** @throws PronError PRON_TTS_FAILED for audio that is not 16-bit mono */
function rateOf(data: Readonly<Record<string, unknown>>): number {
  const rate = pcm16Rate(data);
  if (rate !== undefined) return rate;
  throw fault(phrase('notPcm16Mono'));
}

/**
 * Speaks with a server of the Wyoming protocol, as Home Assistant's voices are: piper and others. Rate and pitch are the
 * voice's own.
 * @param text as `lineFor` returns it
 * @throws PronError PRON_TTS_SERVER, PRON_TTS_FAILED, PRON_TTS_TIMEOUT, PRON_BAD_SETTING, PRON_BUSY, PRON_CLOSED
 */
export async function speakWyoming(request: SpeakRequest, text: string, limits = servedLimits(text)): Promise<Speech> {
  const { address = '', voice = '', speaker = '', language, signal } = request;
  return enqueueAtServer(async () => {
    let sampleRate: number | undefined;
    let size = 0;
    const chunks: Buffer[] = [];
    await askWyoming({
      address,
      type: 'synthesize',
      data: { text, voice: voice === '' ? { language } : { name: voice, ...(speaker !== '' && { speaker }) } },
      timeoutMs: limits.timeoutMs,
      signal,
      onEvent: ({ type, data, payload }) => {
        if (type === 'error') throw fault(saidIn(data));
        if (type === 'audio-start') sampleRate = rateOf(data);
        if (type === 'audio-chunk') {
          sampleRate ??= rateOf(data);
          chunks.push(payload);
          size += payload.length;
          if (size > limits.maxBytes) throw fault(phrase('neverStops'));
        }
        return type === 'audio-stop';
      },
    });
    if (sampleRate === undefined || size < 2) throw fault(phrase('wroteNoAudio'));
    return { wav: wavOfPcm16(Buffer.concat(chunks, size - (size % 2)), sampleRate), sampleRate };
  });
}
