import { PronError } from '../base/errors';
import type { EspeakWorker } from '@echogarden/espeak-ng-emscripten';
import type { BuiltInAnswer, BuiltInRequest, BuiltInUtterance } from './built-in-messages';
import { resolveVoice, withFile, type VoiceCatalogue } from './voice-name';
import type { SpeechEvent } from './word-times';
import { wordTimes } from './word-times';

/** The engine as it is when nothing has been said yet. */
async function start(): Promise<{ readonly worker: EspeakWorker; readonly catalogue: VoiceCatalogue }> {
  // The package is an ES module, and optional: it can only be imported here, and dynamically.
  const { default: load } = await import('@echogarden/espeak-ng-emscripten');
  const espeak = await load();
  const worker = await new espeak.eSpeakNGWorker();
  const catalogue = {
    voices: worker.list_voices().map(({ identifier, languages }) => ({
      file: identifier,
      tags: languages.map(({ name }) => name),
    })),
    variants: espeak.FS.readdir('/usr/share/espeak-ng-data/voices/!v').filter((name) => !name.startsWith('.')),
  };
  return { worker, catalogue };
}

/**
 * One utterance of espeak-ng in WebAssembly, in a process of its own: the engine keeps state between utterances, and
 * a second one in the same process differs slightly from the first.
 */
async function speak(request: BuiltInUtterance): Promise<BuiltInAnswer> {
  const { worker, catalogue } = await start();
  const voice = resolveVoice(request.language, request.voice, catalogue);
  // It does not know some of its own tags (en-gb, fr-fr), but their files.
  if (worker.set_voice(voice) !== 0 && worker.set_voice(withFile(voice, catalogue)) !== 0) throw new Error(`espeak-ng refused its own voice ${voice}`);
  worker.set_rate(request.rate);
  worker.set_pitch(request.pitch);

  const chunks: Int16Array[] = [];
  const events: SpeechEvent[] = [];
  worker.synthesize(request.text, (samples, news) => {
    chunks.push(samples);
    for (const { type, text_position: position, audio_position: ms, id } of news) {
      if (type === 'word') events.push({ kind: 'word', position, ms });
      if (type === 'phoneme') events.push({ kind: 'phoneme', phoneme: String(id ?? ''), ms });
    }
    return false;
  });
  const pcm = Buffer.concat(chunks.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength)));
  const sampleRate = worker.get_samplerate();
  const durationMs = (pcm.length / 2 / sampleRate) * 1000;
  return { kind: 'speech', pcm, sampleRate, words: wordTimes(request.text, events, durationMs) };
}

async function answerTo(request: BuiltInRequest): Promise<BuiltInAnswer> {
  if (request.kind === 'speak') return speak(request);
  return { kind: 'voices', catalogue: (await start()).catalogue };
}

function answerOf(error: unknown): BuiltInAnswer {
  if (error instanceof PronError) return { kind: 'pron-error', code: error.code, details: error.details };
  return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
}

process.once('message', (request: BuiltInRequest) => {
  void answerTo(request)
    .catch(answerOf)
    .then((answer) => process.send?.(answer, () => process.exit(0)));
});
// The parent has died: there is nobody left to speak for.
process.once('disconnect', () => process.exit(0));
