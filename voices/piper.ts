import { resolve } from 'node:path';
import { phrase, PronError } from '../base/errors';
import { findFile, readWhole } from '../base/files';
import { wavOfPcm16 } from '../pipeline/pcm16';
import { createQueue } from './queue';
import type { SpeakRequest, Speech } from './request';
import { DEFAULT_RATE, rateOf } from './request';
import { reasonOf, runVoice, timeLimitFor } from './run-voice';

const PROGRAM = 'piper';
const INSTALL = 'pipx install piper-tts';
const VOICES = 'https://huggingface.co/rhasspy/piper-voices';

/** A neural voice fills all cores by itself. */
const enqueue = createQueue(1, 20);

/** The largest voices have 120 MB, their descriptions 7 kB. */
const MAX_VOICE_BYTES = 1_000_000_000;
const MAX_DESCRIPTION_BYTES = 1_000_000;

/** Sample rate from the voice's own description, which lies beside it. */
async function readSampleRate(voice: string): Promise<number> {
  const missing = (file: string): PronError => new PronError('PRON_TTS_VOICE_FILE', { file, source: VOICES });
  await findFile(voice, MAX_VOICE_BYTES).catch(() => {
    throw missing(voice);
  });
  try {
    const description = await readWhole(await findFile(`${voice}.json`, MAX_DESCRIPTION_BYTES));
    const config = JSON.parse(description.toString('utf8')) as { audio?: { sample_rate?: unknown } };
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
 * @param text as `lineFor` returns it
 * @throws PronError PRON_TTS_ENGINE, PRON_BAD_SETTING, PRON_TTS_VOICE_FILE, PRON_TTS_FAILED, PRON_TTS_TIMEOUT, PRON_BUSY
 */
export async function speakPiper(request: SpeakRequest, text: string): Promise<Speech> {
  const named = (request.voice ?? '').trim();
  if (named === '') throw new PronError('PRON_TTS_VOICE_FILE', { file: 'NAME.onnx', source: VOICES });
  // The path of any other file would tell whether it exists.
  if (!named.endsWith('.onnx')) {
    throw new PronError('PRON_BAD_SETTING', { setting: 'voice', value: named, expected: phrase('aPiperVoice') });
  }
  // Absolute, so that no name is read as an option.
  const voice = resolve(named);
  const sampleRate = await readSampleRate(voice);
  const lengthScale = (DEFAULT_RATE / rateOf(request)).toFixed(3);
  const result = await enqueue(() =>
    runVoice({
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
    throw new PronError('PRON_TTS_FAILED', { engine: PROGRAM, reason: reasonOf(result) });
  }
  return { wav: wavOfPcm16(result.stdout, sampleRate), sampleRate };
}
