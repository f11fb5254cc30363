import { phrase, PronError } from '../base/errors';
import { speakBuiltIn } from './built-in';
import { speakEspeakNg } from './espeak-ng';
import { speakPiper } from './piper';
import { speakRecording } from './recording';
import type { SpeakRequest, Speech } from './request';
import { VOICE_ENGINES } from './request';
import { speakSystem } from './system';
import { speakableText } from '../language/speakable';

/**
 * Speaks a text with one of the engines. Each runs in a process of its own, never on the caller's event loop, and is
 * ended at its time limit or by `request.signal`.
 * @throws PronError PRON_TTS_*, PRON_BAD_SETTING, PRON_BUSY, PRON_CLOSED; from a recording PRON_NOT_AUDIO, PRON_BAD_WAV
 */
export async function speak(request: SpeakRequest): Promise<Speech> {
  const text = (): string => speakableText(request.text, request.language);
  switch (request.engine) {
    case 'built-in':
      return speakBuiltIn(request, text());
    case 'espeak-ng':
      return speakEspeakNg(request, text());
    case 'piper':
      return speakPiper(request, text());
    case 'system':
      return speakSystem(request, text());
    case 'recording':
      return speakRecording(request);
    default:
      throw new PronError('PRON_BAD_SETTING', {
        setting: 'engine',
        value: String(request.engine),
        expected: phrase('oneOf', { options: VOICE_ENGINES.join(', ') }),
      });
  }
}
