import { DEFAULT_PITCH, DEFAULT_RATE, PITCH_LIMITS, RATE_LIMITS, VOICE_ENGINES } from '../../voices';
import { phrase } from '../../base/errors';
import { choiceField, integerField, textField, usedWhere, type Condition, type Settings } from '../lib/settings';

/** BCP 47, and no longer than any tag that is in use. */
export const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,7}$/;

const SPOKEN: Condition = { engine: VOICE_ENGINES.filter((engine) => engine !== 'recording') };

/** Settings of pron-tts. */
export const TTS_FIELDS = {
  engine: choiceField('built-in', VOICE_ENGINES),
  /** A text, or where to find it, by `textType`. */
  text: textField('payload'),
  textType: choiceField('msg', ['msg', 'str', 'flow', 'global', 'env']),
  /** Used where the message names none. */
  language: textField('ko', LANGUAGE_TAG, phrase('aLanguageTag')),
  voice: usedWhere(textField(''), SPOKEN),
  /** Words a minute. */
  rate: usedWhere(integerField(DEFAULT_RATE, RATE_LIMITS.min, RATE_LIMITS.max), SPOKEN),
  pitch: usedWhere(integerField(DEFAULT_PITCH, PITCH_LIMITS.min, PITCH_LIMITS.max), { engine: ['built-in', 'espeak-ng'] }),
  /** Path of a WAV, for the engine `recording`, or of the folder of `msg.filename`: see recordingFile. */
  file: usedWhere(textField(''), { engine: ['recording'] }),
} as const;

export type TtsSettings = Settings<typeof TTS_FIELDS>;
