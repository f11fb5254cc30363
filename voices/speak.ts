import { phrase, PronError } from '../base/errors';
import { lineFor, spokenFor } from './line';
import { speakBuiltIn } from './built-in';
import { speakCommand } from './command';
import { speakEspeakNg } from './espeak-ng';
import { speakHttp } from './http';
import { speakPiper } from './piper';
import { speakRecording } from './recording';
import type { SpeakRequest, Speech } from './request';
import { VOICE_ENGINES } from './request';
import { speakSystem } from './system';
import { teacherRequest } from './teacher/request';
import { speakWyoming } from './wyoming/speak';
import { writtenWords } from './written-words';

/**
 * Speaks a text with one of the engines. Each runs in a process or on a server of its own, never on the caller's event loop, and is
 * ended at its time limit or by `request.signal`. The words are those of the text as it is written.
 * @throws PronError PRON_TTS_*, PRON_BAD_SETTING, PRON_BUSY, PRON_CLOSED; from a recording PRON_NOT_AUDIO, PRON_BAD_WAV; of a
 * teacher PRON_VOICE_TABLE
 */
export async function speak(request: SpeakRequest): Promise<Speech> {
  if (request.engine === 'recordings') return speak(await teacherRequest(request, request.voice));
  const spoken = spokenFor(request);
  const { words: times, ...speech } = await speakLine(request, lineFor(request, spoken));
  // Those of a teacher's recording are of the text as it is written.
  if (request.words !== undefined) return { ...speech, words: request.words, ...(spoken && { spoken }) };
  const words = spoken === undefined || times === undefined ? undefined : writtenWords(spoken, times);
  return { ...speech, ...(words && { words }), ...(spoken && { spoken }) };
}

async function speakLine(request: SpeakRequest, line: string): Promise<Speech> {
  switch (request.engine) {
    case 'built-in':
      return speakBuiltIn(request, line);
    case 'espeak-ng':
      return speakEspeakNg(request, line);
    case 'piper':
      return speakPiper(request, line);
    case 'http':
      return speakHttp(request, line);
    case 'wyoming':
      return speakWyoming(request, line);
    case 'command':
      return speakCommand(request, line);
    case 'system':
      return speakSystem(request, line);
    case 'recording':
      return speakRecording(request);
    default:
      throw new PronError('PRON_BAD_SETTING', {
        setting: 'engine',
        value: request.engine,
        expected: phrase('oneOf', { options: VOICE_ENGINES.join(', ') }),
      });
  }
}
