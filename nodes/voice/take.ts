import type { NodeMessage } from 'node-red';

import { phrase, PronError } from '../../base/errors';
import { checkTextLength, type NewTake } from '../../voices';
import { readWavHeader } from '../../pipeline/wav-header';
import { MAX_WAV_BYTES } from '../../pipeline/wav';
import { bytesOf, noFile } from '../lib/audio-bytes';
import { pronunciationOf } from '../lib/facts';
import { hyphenated, LANGUAGE_TAG, namedLanguage } from '../lib/language';
import { badSetting } from '../lib/settings';
import { wordsOf } from '../lib/words';

/** Longest name of a teacher, characters. */
const MAX_NAME = 40;

/** The teacher's name in a message: `msg.voice`. @throws PronError PRON_BAD_SETTING where there is none, or it is too long */
export function teacherOf(msg: NodeMessage): string {
  const { voice } = msg as { readonly voice?: unknown };
  const name = typeof voice === 'string' ? voice.normalize('NFC').replace(/\s+/g, ' ').trim() : '';
  if (/[\p{L}\p{N}]/u.test(name) && name.length <= MAX_NAME) return name;
  throw badSetting('msg.voice', voice, phrase('aTeacher'));
}

/**
 * The recording in a message, with what it says.
 * @throws PronError PRON_BAD_SETTING, PRON_TTS_LONG, PRON_NOT_AUDIO, PRON_BAD_WAV
 */
export function takeIn(msg: NodeMessage): NewTake {
  const teacher = teacherOf(msg);
  const { text } = pronunciationOf(msg);
  if (typeof text !== 'string' || !/[\p{L}\p{N}]/u.test(text)) throw badSetting('msg.pronunciation.text', text, phrase('aText'));
  checkTextLength(text);
  const language = hyphenated(namedLanguage(msg) ?? '');
  if (!LANGUAGE_TAG.test(language)) throw badSetting('msg.pronunciation.language', language, phrase('aLanguageTag'));
  const wav = bytesOf(msg.payload);
  if (wav === undefined) throw noFile(msg.payload);
  if (wav.length > MAX_WAV_BYTES) throw new PronError('PRON_NOT_AUDIO', { found: phrase('otherBytes', { bytes: wav.length }) });
  readWavHeader(wav);
  const words = wordsOf(msg);
  return { teacher, text, language, wav, ...(words.length > 0 && { words }) };
}
