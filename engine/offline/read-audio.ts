import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describeBytes } from '../../pipeline/audio-format';
import { fillSentence, PronError, type PhraseKey } from '../../base/errors';
import { lastWords } from '../../base/last-words';
import { describeEnd, isMissing, runProcess, type ProcessEnd } from '../../base/run-process';
import { readWavHeader } from '../../pipeline/wav-header';

/** Opus always decodes at 48 kHz. Speech is resampled to this rate, Hz. */
const OPUS_RATE = 16000;
/** The codec's name is in the first bytes of a file. */
const CODEC_BYTES = 4096;
const MAX_BYTES = 512 * 1024 * 1024;
/** Decoding hours of sound takes a small computer minutes. */
const LIMIT_MS = 600_000;
/** Kinds of files that ffmpeg must not read: a text may be a playlist, which names other files and addresses. */
const NO_AUDIO: readonly PhraseKey[] = ['textBytes', 'zipFile'];

/**
 * Reads a recording as the bytes of a WAV file. A WAV is not changed. Other formats are decoded by ffmpeg, which keeps the
 * channels and the rate (except for Opus: 16 kHz). The format is recognised by the bytes, not by the name.
 * @param limitMs after which ffmpeg is killed
 * @throws Error with a whole sentence if the file can't be read or decoded
 */
export async function readAudio(path: string, limitMs = LIMIT_MS): Promise<Uint8Array> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(missing ? `There is no file ${path}.` : `${path} can't be read: ${(error as Error).message}.`);
  }
  if (bytes.length === 0) throw new Error(`The file ${path} is empty.`);
  const fault = faultOf(bytes);
  if (fault === undefined) return bytes;
  const { what, mayDecode } = fault;
  if (!mayDecode) throw new Error(`The file ${path} is no recording that can be read: ${what}.`);
  const isOpus = /OpusHead|A_OPUS/.test(bytes.toString('latin1', 0, CODEC_BYTES));
  return decodeByFfmpeg(resolve(path), what, isOpus ? OPUS_RATE : null, limitMs);
}

/** Why the bytes can't be read as a WAV, and whether ffmpeg may decode them; undefined for a WAV. */
function faultOf(bytes: Buffer): { readonly what: string; readonly mayDecode: boolean } | undefined {
  try {
    readWavHeader(bytes);
    return undefined;
  } catch (error) {
    if (!(error instanceof PronError)) throw error;
    const { reason, found = reason } = error.details;
    const what = fillSentence('{found}', { found: found ?? '' });
    if (error.code === 'PRON_NOT_AUDIO') return { what: `it is ${what}`, mayDecode: !NO_AUDIO.includes(describeBytes(bytes).phrase) };
    // ffmpeg may decode compressed sound in a WAV. It must not get a broken WAV, because it would read only a part of it.
    const isCompressed = typeof reason === 'object' && 'phrase' in reason && reason.phrase === 'wavUnsupported';
    return { what, mayDecode: isCompressed };
  }
}

/**
 * @param path absolute, so that ffmpeg does not mistake it for an option or a protocol
 * @param what describes the file, for error sentences
 */
async function decodeByFfmpeg(path: string, what: string, sampleRate: number | null, limitMs: number): Promise<Uint8Array> {
  const rate = sampleRate === null ? [] : ['-ar', String(sampleRate)];
  const input = ['-protocol_whitelist', 'file', '-i', path];
  const args = ['-v', 'error', '-nostdin', ...input, '-map', '0:a:0', ...rate, '-f', 'wav', '-'];
  const end = await runProcess('ffmpeg', args, { timeoutMs: limitMs, maxOutput: MAX_BYTES }).ended;
  if (end.how !== 'exited' || end.code !== 0) throw new Error(ffmpegFault(path, what, end, limitMs));
  const said = end.stderr.trim();
  if (said !== '') process.stderr.write(`Of the file ${path} ffmpeg may have read a part only: ${said}\n`);
  return end.stdout;
}

function ffmpegFault(path: string, what: string, end: ProcessEnd, limitMs: number): string {
  if (end.how === 'not-started' && isMissing(end.error)) {
    return `The file ${path} can't be read as it is: ${what}, and ffmpeg, which converts it, is not installed. Install ffmpeg, or convert the file to WAV.`;
  }
  return `ffmpeg can't decode the file ${path} (${what}): ${reasonOf(end, limitMs)}`;
}

function reasonOf(end: ProcessEnd, limitMs: number): string {
  switch (end.how) {
    case 'timeout':
      return `it was not done after ${limitMs / 1000} s.`;
    case 'too-much-output':
      return `the sound is longer than ${MAX_BYTES / 1024 / 1024} MiB of WAV.`;
    default:
      return lastWords(end.stderr) || describeEnd(end);
  }
}
