import { DEFAULT_PITCH, DEFAULT_RATE, PITCH_LIMITS, RATE_LIMITS, VOICE_ENGINES } from '../../../engine/voices';
import { phrase } from '../../../pipeline/errors';
import { choiceField, integerField, textField, type Settings } from '../settings';

/** Settings of pron-tts. */
export const TTS_FIELDS = {
  engine: choiceField('built-in', VOICE_ENGINES),
  /** A text, or where to find it, by `textType`. */
  text: textField('payload'),
  textType: choiceField('msg', ['msg', 'str', 'flow', 'global', 'env']),
  /** Used where the message names none. */
  language: textField('ko', /^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$/, phrase('aLanguageTag')),
  voice: textField(''),
  /** Words a minute. */
  rate: integerField(DEFAULT_RATE, RATE_LIMITS.min, RATE_LIMITS.max),
  pitch: integerField(DEFAULT_PITCH, PITCH_LIMITS.min, PITCH_LIMITS.max),
  /** Path of a WAV, for the engine `recording`; empty: `msg.filename`. */
  file: textField(''),
} as const;

export type TtsSettings = Settings<typeof TTS_FIELDS>;
