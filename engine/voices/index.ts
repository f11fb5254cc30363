export { cacheKey, createSpeechCache, DEFAULT_CACHE_LIMITS } from './cache';
export type { SpeechCache } from './cache';
export { isBuiltInInstalled } from './built-in';
export { DEFAULT_PITCH, DEFAULT_RATE, PITCH_LIMITS, RATE_LIMITS, VOICE_ENGINES } from './request';
export type { SpeakRequest, Speech, VoiceEngine } from './request';
export { speak } from './speak';
export { MAX_CHARACTERS } from './text';
