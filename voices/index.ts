export { cacheKey, createSpeechCache } from './cache';
export { isBuiltInInstalled } from './built-in';
export { DEFAULT_PITCH, DEFAULT_RATE, PITCH_LIMITS, RATE_LIMITS, SERVED_ENGINES, VOICE_ENGINES } from './request';
export type { SpeakRequest, VoiceServer } from './request';
export { speak } from './speak';
export { checkTextLength } from '../language/speakable';
export { voicesOf } from './voices-of';
