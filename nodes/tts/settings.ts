import { DEFAULT_PITCH, DEFAULT_RATE, PITCH_LIMITS, RATE_LIMITS, SERVED_ENGINES, VOICE_ENGINES } from '../../voices';
import { phrase } from '../../base/errors';
import { choiceField, integerField, textField, type Condition, type Settings } from '../lib/fields';
import { LANGUAGE_TAG } from '../lib/language';

/** Engines that speak. A recording is a file. */
export const SPEAKING = VOICE_ENGINES.filter((engine) => engine !== 'recording');
/** A program, a Wyoming voice and a teacher have a speed of their own. */
const WITH_RATE: Condition = { engine: SPEAKING.filter((engine) => !['wyoming', 'command', 'recordings'].includes(engine)) };
const WITH_VOICE: Condition = { engine: SPEAKING.filter((engine) => engine !== 'command') };
const SERVED: Condition = { engine: SERVED_ENGINES };
const WITH_PITCH: Condition = { engine: ['built-in', 'espeak-ng'] };

/** Settings of pron-tts. */
export const TTS_FIELDS = {
  /** A text, or where to find it, by `textType`. */
  text: textField('payload', { group: 'text', icon: 'commenting-o', piece: 'textType', sentence: 'invalid.text', dialogCheck: 'hasText' }),
  textType: choiceField('msg', ['msg', 'str', 'flow', 'global', 'env']),
  /** Used if the message names none. */
  language: textField('ko', {
    pattern: LANGUAGE_TAG, expected: phrase('aLanguageTag'), sentence: 'invalid.language',
    group: 'text', icon: 'globe', narrow: true, piece: 'languages',
  }),
  engine: choiceField('built-in', VOICE_ENGINES, { group: 'voice', icon: 'bullhorn' }),
  /** Where the voice server is: a root for http, `host:port` for wyoming. */
  address: textField('', {
    group: 'voice', icon: 'server', used: [SERVED], sentence: 'invalid.address', dialogCheck: 'isAddress', followedBy: 'key',
  }),
  model: textField('', { group: 'voice', icon: 'cube', placeholder: 'hint.model', used: [{ engine: ['http'] }] }),
  /** A program and its arguments. No message can set it. */
  command: textField('', {
    group: 'voice', icon: 'terminal', placeholder: 'hint.command', used: [{ engine: ['command'] }], sentence: 'invalid.command',
    dialogCheck: 'hasCommand',
  }),
  voice: textField('', {
    group: 'voice', icon: 'user', piece: 'voices', used: [WITH_VOICE], sentence: 'invalid.voice', dialogCheck: 'fitsEngine',
  }),
  /** Which recordings of a teacher are sent: the newest, or the older ones too, on the second output. */
  takes: choiceField('newest', ['newest', 'all'], { group: 'voice', icon: 'files-o', used: [{ engine: ['recordings'] }] }),
  speaker: textField('', { group: 'voice', icon: 'users', placeholder: 'hint.speaker', used: [{ engine: ['wyoming'] }] }),
  rate: integerField(DEFAULT_RATE, RATE_LIMITS.min, RATE_LIMITS.max, {
    group: 'voice', icon: 'tachometer', unit: 'unit.wordsPerMinute', used: [WITH_RATE],
  }),
  pitch: integerField(DEFAULT_PITCH, PITCH_LIMITS.min, PITCH_LIMITS.max, {
    group: 'voice', icon: 'music', unit: 'unit.pitch', used: [WITH_PITCH],
  }),
  /** Path of a WAV file for the engine `recording`, or of the folder that holds `msg.filename`: see recordingFile. */
  file: textField('', {
    group: 'voice', icon: 'file-audio-o', placeholder: 'hint.file', used: [{ engine: ['recording'] }], followedBy: 'trial',
  }),
} as const;

export type TtsSettings = Settings<typeof TTS_FIELDS>;
