import { phrase, PronError, type ErrorDetail, type Phrase } from '../base/errors';
import { lastWords } from '../base/last-words';
import { NO_TELEMETRY } from '../base/no-telemetry';
import { describeEnd, isMissing, runProcess, type ProcessEnd } from '../base/run-process';

export interface VoiceRun {
  readonly program: string;
  readonly args: readonly string[];
  /** Written to its standard input, which is then closed. */
  readonly input?: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** How to get the program, for the error when it is missing. */
  readonly install: string | Phrase;
}

export interface VoiceResult {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Ten minutes of 16-bit audio at 48 kHz; a program or a server that sends more has gone wrong. */
export const MAX_OUTPUT = 60_000_000;

/** Seconds are plenty for a word; a long text on a small computer takes its time. */
export function timeLimitFor(text: string): number {
  return 30_000 + 100 * text.length;
}

/**
 * Runs the program of a voice and collects what it writes. A non-zero exit code is for the caller to judge.
 * @throws PronError PRON_TTS_ENGINE (not installed), PRON_TTS_TIMEOUT, PRON_TTS_FAILED, PRON_CLOSED (aborted)
 */
export async function runVoice({ program, args, input, timeoutMs, signal, install }: VoiceRun): Promise<VoiceResult> {
  // piper has an ONNX Runtime of its own.
  const options = { input: input ?? '', timeoutMs, signal, maxOutput: MAX_OUTPUT, env: NO_TELEMETRY };
  const end = await runProcess(program, args, options).ended;
  if (end.how === 'exited') return { code: end.code, stdout: end.stdout, stderr: end.stderr };
  if (end.how === 'not-started' && isMissing(end.error)) throw new PronError('PRON_TTS_ENGINE', { engine: program, install });
  throw voiceFault(program, end, timeoutMs);
}

/** The error for a voice whose process did not end by itself, or ended without an answer. */
export function voiceFault(engine: string, end: ProcessEnd, timeoutMs: number): PronError {
  switch (end.how) {
    case 'aborted':
      return new PronError('PRON_CLOSED', { job: engine });
    case 'timeout':
      return new PronError('PRON_TTS_TIMEOUT', { engine, seconds: Math.round(timeoutMs / 1000) });
    case 'too-much-output':
      return new PronError('PRON_TTS_FAILED', { engine, reason: phrase('neverStops') });
    case 'not-started':
      return new PronError('PRON_TTS_FAILED', { engine, reason: describeEnd(end) });
    default:
      return new PronError('PRON_TTS_FAILED', { engine, reason: lastWords(end.stderr) || phrase('processEnded') });
  }
}

/** What a program that failed said last, for an error sentence. */
export function reasonOf({ code, stderr }: VoiceResult): ErrorDetail {
  return lastWords(stderr) || phrase('exitCode', { code: String(code) });
}
