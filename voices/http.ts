import { phrase, PronError } from '../base/errors';
import type { SpeakRequest, Speech } from './request';
import { headerOf } from './output';
import { DEFAULT_RATE, rateOf } from './request';
import { enqueueAtServer, LIST_TIMEOUT_MS, MAX_LISTED_VOICES, servedLimits, withOneRetry } from './server';

const ENGINE = 'http';
/** Longer words of a server than this are a page, no sentence. */
const MAX_REFUSAL_BYTES = 2000;
const MAX_LIST_BYTES = 1_000_000;
/** What a server of this kind accepts as `speed`. */
const SPEED_LIMITS = { min: 0.25, max: 4 } as const;

interface Call {
  readonly url: URL;
  readonly key: string;
  readonly body?: object;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly maxBytes: number;
}

/**
 * The address of a path on a server that the user named by its root, with or without `/v1` or the whole path.
 * @throws PronError PRON_BAD_SETTING for anything but http and https, and for a key or a password in the address
 */
export function serverUrl(address: string, path: 'speech' | 'voices'): URL {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : undefined;
  const isPlain = url !== undefined && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  if (!isPlain || !['http:', 'https:'].includes(url.protocol)) {
    // What a user typed may hold a key, so it is not repeated.
    throw new PronError('PRON_BAD_SETTING', { setting: 'address', value: url === undefined ? address : url.origin, expected: phrase('aServerAddress') });
  }
  const root = url.pathname.replace(/\/+$/, '').replace(/\/audio\/speech$/, '').replace(/\/v1$/, '');
  url.pathname = `${root}/v1/audio/${path}`;
  return url;
}

async function readUpTo(response: Response, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = response.body as AsyncIterable<Uint8Array> | null;
  if (body === null) return Buffer.alloc(0);
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) throw new PronError('PRON_TTS_FAILED', { engine: ENGINE, reason: phrase('neverStops') });
  }
  return Buffer.concat(chunks, size);
}

/** What a server says of a refusal, without the key, which some repeat. */
async function refusalOf(response: Response, key: string): Promise<string> {
  const text = await readUpTo(response, MAX_REFUSAL_BYTES).then((bytes) => bytes.toString('utf8'), () => '');
  const found = /"(?:message|detail)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? '';
  const said = key === '' ? found : found.replaceAll(key, '…');
  return [response.status, said].join(' ').trim();
}

async function call({ url, key, body, timeoutMs, signal, maxBytes }: Call): Promise<Buffer> {
  const limit = AbortSignal.timeout(timeoutMs);
  const server = { address: url.origin };
  try {
    return await withOneRetry('PRON_TTS_SERVER', async () => {
      const response = await fetch(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'content-type': 'application/json', ...(key !== '' && { authorization: `Bearer ${key}` }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // A text and a key go to the server that the user named, and to no other.
        redirect: 'manual',
        signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
      }).catch((error: unknown) => {
        if (limit.aborted || signal?.aborted === true) throw error;
        throw new PronError('PRON_TTS_SERVER', { ...server, reason: causeOf(error) });
      });
      if (response.status >= 500) throw new PronError('PRON_TTS_SERVER', { ...server, reason: await refusalOf(response, key) });
      if (!response.ok) throw new PronError('PRON_TTS_REFUSED', { ...server, reason: await refusalOf(response, key) });
      return readUpTo(response, maxBytes).catch((error: unknown) => {
        if (error instanceof PronError || limit.aborted || signal?.aborted === true) throw error;
        throw new PronError('PRON_TTS_SERVER', { ...server, reason: phrase('serverHungUp') });
      });
    });
  } catch (error) {
    if (error instanceof PronError) throw error;
    if (signal?.aborted === true) throw new PronError('PRON_CLOSED', { job: ENGINE });
    if (limit.aborted) throw new PronError('PRON_TTS_TIMEOUT', { engine: ENGINE, seconds: Math.round(timeoutMs / 1000) });
    throw error;
  }
}

/** ECONNREFUSED and the like: fetch hides them in the cause, and its own words may repeat headers. */
function causeOf(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : 'fetch failed';
}

/** A length of streams whose end was not known yet. */
const OPEN_END = 0x7f000000;

/** @throws PronError PRON_TTS_FAILED where less came than the header says */
function checkWhole(wav: Buffer): void {
  const length = wav.readUInt32LE(4);
  if (length >= OPEN_END || length + 8 <= wav.length) return;
  throw new PronError('PRON_TTS_FAILED', { engine: ENGINE, reason: phrase('audioCut') });
}

/**
 * Speaks with a server that answers `POST /v1/audio/speech` with a WAV. `rate` 175 is the voice's own speed. The text goes
 * to `request.address` and nowhere else.
 * @param text as `lineFor` returns it
 * @throws PronError PRON_TTS_SERVER, PRON_TTS_REFUSED, PRON_TTS_FAILED, PRON_TTS_TIMEOUT, PRON_BAD_SETTING, PRON_BUSY,
 * PRON_CLOSED
 */
export async function speakHttp(request: SpeakRequest, text: string, limits = servedLimits(text)): Promise<Speech> {
  const { address = '', model = '', voice = '', key = '', signal } = request;
  const url = serverUrl(address, 'speech');
  const speed = Math.min(SPEED_LIMITS.max, Math.max(SPEED_LIMITS.min, rateOf(request) / DEFAULT_RATE));
  const body = { model, input: text, voice, response_format: 'wav', speed: Number(speed.toFixed(3)) };
  const wav = await enqueueAtServer(() => call({ url, key, body, signal, ...limits }));
  const { sampleRate } = headerOf(ENGINE, wav);
  checkWhole(wav);
  return { wav, sampleRate };
}

/** The voices of a server that lists them at `GET /v1/audio/voices`; none where it does not. @throws PronError as `speakHttp` */
export async function httpVoices(address: string, key: string): Promise<string[]> {
  const url = serverUrl(address, 'voices');
  const bytes = await call({ url, key, timeoutMs: LIST_TIMEOUT_MS, maxBytes: MAX_LIST_BYTES }).catch((error: unknown) => {
    if (error instanceof PronError && error.code === 'PRON_TTS_REFUSED') return undefined;
    throw error;
  });
  if (bytes === undefined) return [];
  try {
    const { voices } = JSON.parse(bytes.toString('utf8')) as { readonly voices?: unknown };
    const nameOf = (voice: unknown): unknown => (typeof voice === 'string' ? voice : (voice as { id?: unknown; name?: unknown } | null)?.id ?? (voice as { name?: unknown } | null)?.name);
    return Array.isArray(voices) ? voices.map(nameOf).filter((name) => typeof name === 'string').slice(0, MAX_LISTED_VOICES) : [];
  } catch {
    // An address of something else: the trial says so when it speaks.
    return [];
  }
}
