import { PronError } from '../base/errors';
import type { Word } from '../pipeline/types';
import { sampleBytes } from '../pipeline/wav/samples';
import { wavOfPcm16 } from '../pipeline/pcm16';
import { isBuiltInInstalled, speakBuiltIn } from './built-in';
import { headerOf } from './output';
import { createQueue } from './queue';
import type { SpeakRequest, Speech } from './request';
import { pitchOf, rateOf } from './request';
import type { VoiceResult } from './run-voice';
import { reasonOf, runVoice, timeLimitFor } from './run-voice';
import type { VoiceCatalogue } from './voice-name';
import { resolveVoice } from './voice-name';
import { scaleWords } from './word-times';

const PROGRAM = 'espeak-ng';
const INSTALL = 'apt install espeak-ng';
const LIST_TIMEOUT_MS = 10_000;

const enqueue = createQueue(2, 20);
/** By PATH, which decides the program that runs. */
const catalogues = new Map<string, Promise<VoiceCatalogue>>();

function check(result: VoiceResult): VoiceResult {
  if (result.code === 0) return result;
  throw new PronError('PRON_TTS_FAILED', { engine: PROGRAM, reason: reasonOf(result) });
}

async function list(option: string): Promise<string[]> {
  const run = { program: PROGRAM, args: [option], timeoutMs: LIST_TIMEOUT_MS, install: INSTALL };
  const { stdout } = check(await runVoice(run));
  return stdout.toString('utf8').split('\n').slice(1);
}

async function readCatalogue(): Promise<VoiceCatalogue> {
  const [voices, variants] = await Promise.all([list('--voices'), list('--voices=variant')]);
  return {
    voices: voices.flatMap((line) => {
      // Priority, language, age/gender, name, file, other languages as (tag priority).
      const [, tag, , , file, ...others] = line.trim().split(/\s+/);
      if (tag === undefined || file === undefined) return [];
      return [{ file, tags: [tag, ...others.flatMap((other) => /\(([^\s()]+)/.exec(other)?.[1] ?? [])] }];
    }),
    variants: variants.flatMap((line) => /!v\/(.*\S)/.exec(line)?.[1] ?? []),
  };
}

/** The voices of the installed program. @throws PronError PRON_TTS_ENGINE, PRON_TTS_FAILED, PRON_TTS_TIMEOUT */
export async function espeakNgCatalogue(): Promise<VoiceCatalogue> {
  const path = process.env['PATH'] ?? '';
  const known = catalogues.get(path) ?? readCatalogue();
  catalogues.set(path, known);
  try {
    return await known;
  } catch (error) {
    catalogues.delete(path);
    throw error;
  }
}

/** The program has no events, so the built-in engine speaks the same text and its times are used. */
async function wordsFromBuiltIn(request: SpeakRequest, text: string, durationMs: number): Promise<Word[] | undefined> {
  if (request.wordTimes === false || !isBuiltInInstalled()) return undefined;
  try {
    const { words, wav, sampleRate } = await speakBuiltIn(request, text);
    if (words === undefined) return undefined;
    const itsMs = ((wav.length - 44) / 2 / sampleRate) * 1000;
    return itsMs === durationMs ? [...words] : scaleWords(words, durationMs / itsMs);
  } catch (error) {
    // The engine lacks the voice or has no memory: the audio is useful without times.
    if (request.signal?.aborted === true) throw error;
    return undefined;
  }
}

/**
 * Speaks with the espeak-ng program: the same audio for the same input, bit by bit. 22,050 Hz.
 * @param text as `lineFor` returns it
 * @throws PronError PRON_TTS_ENGINE, PRON_TTS_VOICE, PRON_TTS_VARIANT, PRON_TTS_FAILED, PRON_TTS_TIMEOUT, PRON_BUSY
 */
export async function speakEspeakNg(request: SpeakRequest, text: string): Promise<Speech> {
  const { language, signal } = request;
  const voice = resolveVoice(language, request.voice, await espeakNgCatalogue());
  const options = ['-v', voice, '-s', String(rateOf(request)), '-p', String(pitchOf(request))];
  const { stdout } = await enqueue(async () =>
    check(
      await runVoice({
        program: PROGRAM,
        // -z: no pause after the last sentence, as the built-in engine. -b 1: the text is UTF-8 in any locale.
        args: [...options, '-z', '-b', '1', '--stdout', '--stdin'],
        input: text,
        timeoutMs: timeLimitFor(text),
        install: INSTALL,
        signal,
      }),
    ),
  );
  // The lengths in the header that it writes to a pipe are bogus; the samples are good as they are.
  const header = headerOf(PROGRAM, stdout);
  const { frames, sampleRate } = header;
  const wav = wavOfPcm16(sampleBytes(stdout, header), sampleRate);
  const words = await wordsFromBuiltIn(request, text, (frames / sampleRate) * 1000);
  return { wav, sampleRate, ...(words && { words }) };
}
