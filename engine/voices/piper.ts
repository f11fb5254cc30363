import { readFile, stat } from 'node:fs/promises';
import { PronError } from '../../pipeline/errors';
import { wavOfPcm16 } from '../pcm16';
import { createQueue } from './queue';
import type { SpeakRequest, Speech } from './request';
import { DEFAULT_RATE, rateOf } from './request';
import { lastLine, runProgram, timeLimitFor } from './run-program';

const PROGRAM = 'piper';
const INSTALL = 'pipx install piper-tts';
const VOICES = 'https://huggingface.co/rhasspy/piper-voices';

/** A neural voice fills all cores by itself. */
const enqueue = createQueue(1, 20);

/** Sample rate from the voice's own description, which lies beside it. */
async function readSampleRate(voice: string): Promise<number> {
  const missing = (file: string): PronError => new PronError('PRON_TTS_VOICE_FILE', { file, source: VOICES });
  if (voice === '') throw missing('NAME.onnx');
  const isFile = await stat(voice).then((found) => found.isFile(), () => false);
  if (!isFile) throw missing(voice);
  try {
    const config = JSON.parse(await readFile(`${voice}.json`, 'utf8')) as { audio?: { sample_rate?: unknown } };
    const rate = config.audio?.sample_rate;
    if (typeof rate === 'number' && rate >= 8000 && rate <= 192000) return rate;
  } catch {
    // Missing or no JSON: the same to the user.
  }
  throw missing(`${voice}.json`);
}

/**
 * Speaks with the piper program and a voice file. `rate` 175 is the voice's own speed; pitch is the voice's.
 * Its voices draw random numbers, so the same text sounds slightly different each time.
 * @param text as `speakableText` returns it
 * @throws PronError PRON_TTS_ENGINE, PRON_TTS_VOICE_FILE, PRON_TTS_FAILED, PRON_TTS_TIMEOUT, PRON_BUSY
 */
export async function speakPiper(request: SpeakRequest, text: string): Promise<Speech> {
  const voice = (request.voice ?? '').trim();
  const sampleRate = await readSampleRate(voice);
  const lengthScale = (DEFAULT_RATE / rateOf(request)).toFixed(3);
  const result = await enqueue(() =>
    runProgram({
      program: PROGRAM,
      // Spelled with underscores, as the C++ program and both Python ones know them.
      args: ['-m', voice, '--length_scale', lengthScale, '--output_raw'],
      // One line is one utterance.
      input: `${text}\n`,
      timeoutMs: timeLimitFor(text),
      install: INSTALL,
      signal: request.signal,
    }),
  );
  if (result.code !== 0 || result.stdout.length < 2) {
    throw new PronError('PRON_TTS_FAILED', { engine: PROGRAM, reason: lastLine(result) });
  }
  return { wav: wavOfPcm16(result.stdout, sampleRate), sampleRate };
}
