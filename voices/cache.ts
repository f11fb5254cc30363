import { stat } from 'node:fs/promises';
import type { SpeakRequest } from './request';
import { DEFAULT_PITCH, DEFAULT_RATE } from './request';

export interface CacheLimits {
  readonly entries: number;
  readonly bytes: number;
}

/** Enough for a lesson: a sentence of 3 s is 130 kB. */
export const DEFAULT_CACHE_LIMITS: CacheLimits = { entries: 100, bytes: 32_000_000 };

export interface SpeechCache<T> {
  /** The value under `key`, or what `make` gives, which is kept unless it fails. Two that ask at once share one. */
  get(key: string, make: () => Promise<T>): Promise<T>;
  /** Number of values kept. */
  size(): number;
}

interface Entry<T> {
  readonly value: Promise<T>;
  bytes: number;
}

/** A cache that drops the values least recently used, by number and by size. */
export function createSpeechCache<T>(
  sizeOf: (value: T) => number,
  limits: CacheLimits = DEFAULT_CACHE_LIMITS,
): SpeechCache<T> {
  // A Map keeps the order of insertion: the first key is the one least recently used.
  const entries = new Map<string, Entry<T>>();

  function shrink(): void {
    let bytes = 0;
    for (const entry of entries.values()) bytes += entry.bytes;
    for (const [key, entry] of entries) {
      if (entries.size <= limits.entries && bytes <= limits.bytes) return;
      entries.delete(key);
      bytes -= entry.bytes;
    }
  }

  return {
    async get(key, make) {
      const known = entries.get(key);
      if (known !== undefined) {
        entries.delete(key);
        entries.set(key, known);
        return known.value;
      }
      const entry: Entry<T> = { value: make(), bytes: 0 };
      entries.set(key, entry);
      try {
        const value = await entry.value;
        entry.bytes = sizeOf(value);
        shrink();
        return value;
      } catch (error) {
        if (entries.get(key) === entry) entries.delete(key);
        throw error;
      }
    },
    size: () => entries.size,
  };
}

/** What decides how a request sounds. A recording counts with its modification time: a new take is a new sound. */
export async function cacheKey(request: SpeakRequest): Promise<string> {
  const { engine, text, language, voice = '', rate = DEFAULT_RATE, pitch = DEFAULT_PITCH } = request;
  const file = request.file ?? '';
  const path = engine === 'recording' ? file : engine === 'piper' ? voice : '';
  const found = path === '' ? undefined : await stat(path).catch(() => undefined);
  const version = found === undefined ? '' : `${found.mtimeMs}/${found.size}`;
  return JSON.stringify([engine, text, language, voice, rate, pitch, file, version, request.wordTimes !== false]);
}
