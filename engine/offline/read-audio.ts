import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';

const OPUS = new Set(['.opus', '.ogg', '.webm']);
/** Opus decodes at 48 kHz whatever it was made from; speech is kept at this rate. */
const OPUS_RATE = 16000;
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * The bytes of a WAV file: a WAV as it is, anything else through ffmpeg (mono, at its own rate,
 * Opus at 16 kHz).
 * @throws Error with a whole sentence where the file can't be read or decoded
 */
export async function readAudio(path: string): Promise<Uint8Array> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(missing ? `There is no file ${path}.` : `${path} can't be read: ${(error as Error).message}.`);
  }
  const extension = extname(path).toLowerCase();
  if (extension === '.wav' || /^(RIFF|RF64|RIFX)$/.test(bytes.toString('latin1', 0, 4))) return bytes;
  return decodeByFfmpeg(resolve(path), OPUS.has(extension) ? OPUS_RATE : null);
}

/** @param path absolute, so that ffmpeg takes it neither for an option nor for a protocol */
function decodeByFfmpeg(path: string, sampleRate: number | null): Promise<Uint8Array> {
  const rate = sampleRate === null ? [] : ['-ar', String(sampleRate)];
  const args = ['-v', 'error', '-nostdin', '-i', path, ...rate, '-ac', '1', '-f', 'wav', '-'];
  return new Promise((done, fail) => {
    execFile('ffmpeg', args, { encoding: 'buffer', maxBuffer: MAX_BYTES }, (error, stdout, stderr) => {
      if (error === null) done(stdout);
      else fail(new Error(ffmpegFault(path, error, stderr.toString('utf8'))));
    });
  });
}

function ffmpegFault(path: string, error: Error & { code?: unknown }, stderr: string): string {
  if (error.code === 'ENOENT') {
    return `${path} is no WAV file and ffmpeg is not installed; install it or convert the file.`;
  }
  const reason = stderr.trim().split('\n').at(-1) ?? '';
  return `ffmpeg can't decode ${path}: ${reason === '' ? error.message : reason}`;
}
