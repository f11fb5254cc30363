import { stat } from 'node:fs/promises';
import { createMemo, type Memo } from '../base/memoise';
import { lineFor, spokenFor } from './line';
import type { SpeakRequest } from './request';
import { DEFAULT_PITCH, DEFAULT_RATE } from './request';

export interface CacheLimits {
  readonly entries: number;
  readonly bytes: number;
}

/** Enough for a lesson: a sentence of 3 s is 130 kB. */
export const DEFAULT_CACHE_LIMITS: CacheLimits = { entries: 100, bytes: 32_000_000 };

/** Keeps what was spoken: the values used last, by number and by size. */
export function createSpeechCache<Value extends object | string | number>(
  bytesOf: (value: Value) => number,
  limits: CacheLimits = DEFAULT_CACHE_LIMITS,
): Memo<Value> {
  return createMemo({ most: limits.entries, bytes: { most: limits.bytes, of: bytesOf } });
}

/**
 * What decides how a request sounds and which words it has: the line that is read, not only the text. A recording counts with its
 * modification time: a new take is a new sound.
 * @throws PronError as `spokenText`
 */
export async function cacheKey(request: SpeakRequest): Promise<string> {
  const { engine, text, language, voice = '', rate = DEFAULT_RATE, pitch = DEFAULT_PITCH } = request;
  const file = request.file ?? '';
  const path = engine === 'recording' ? file : engine === 'piper' ? voice : '';
  const found = path === '' ? undefined : await stat(path).catch(() => undefined);
  const version = found === undefined ? '' : `${found.mtimeMs}/${found.size}`;
  const { address = '', model = '', speaker = '', command = '' } = request;
  const line = lineFor(request, spokenFor(request));
  const server = [address, model, speaker, command];
  return JSON.stringify([engine, text, line, language, voice, rate, pitch, file, version, request.wordTimes !== false, ...server, request.teacher, request.words]);
}
