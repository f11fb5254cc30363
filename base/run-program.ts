import { spawn } from 'node:child_process';
import { phrase, PronError, type ErrorDetail, type Phrase } from './errors';
import { NO_TELEMETRY } from './no-telemetry';

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  /** Written to its standard input, which is then closed. */
  readonly input?: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** How to get the program, for the error when it is missing. */
  readonly install: string | Phrase;
}

export interface ProgramResult {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Ten minutes of 16-bit audio at 48 kHz; a program that writes more has gone wrong. */
const MAX_OUTPUT = 60_000_000;
const MAX_STDERR = 4000;

/** Seconds are plenty for a word; a long text on a small computer takes its time. */
export function timeLimitFor(text: string): number {
  return 30_000 + 100 * text.length;
}

/** Adds the node's own words for a program that did not start. */
function spawnError(run: ProgramRun, error: NodeJS.ErrnoException): PronError {
  if (error.code === 'ENOENT' || error.code === 'EACCES') {
    return new PronError('PRON_TTS_ENGINE', { engine: run.program, install: run.install });
  }
  return new PronError('PRON_TTS_FAILED', { engine: run.program, reason: error.message });
}

/**
 * Runs a program without a shell and collects what it writes. A non-zero exit code is the caller's to judge; the
 * child never outlives this promise.
 * @throws PronError PRON_TTS_ENGINE (not installed), PRON_TTS_TIMEOUT, PRON_TTS_FAILED, PRON_CLOSED (aborted)
 */
export async function runProgram(run: ProgramRun): Promise<ProgramResult> {
  const { program, signal } = run;
  if (signal?.aborted === true) throw new PronError('PRON_CLOSED', { job: program });
  return new Promise((resolve, reject) => {
    // piper has an ONNX Runtime of its own.
    const env = { ...process.env, ...NO_TELEMETRY };
    const child = spawn(program, [...run.args], { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true, env });
    const chunks: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let failure: PronError | undefined;

    const end = (error: PronError): void => {
      failure ??= error;
      child.kill('SIGKILL');
    };
    const onAbort = (): void => end(new PronError('PRON_CLOSED', { job: program }));
    const timer = setTimeout(() => {
      end(new PronError('PRON_TTS_TIMEOUT', { engine: program, seconds: Math.round(run.timeoutMs / 1000) }));
    }, run.timeoutMs);
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      act();
    };

    // First of all listeners: where the process has no file handles left, the child has no streams to listen to.
    child.on('error', (error) => settle(() => reject(spawnError(run, error))));
    if ((child.stdout as unknown) === undefined) return;
    signal?.addEventListener('abort', onAbort);
    child.on('close', (code) =>
      settle(() => {
        if (failure === undefined) resolve({ code, stdout: Buffer.concat(chunks, size), stderr: stderr.trim() });
        else reject(failure);
      }),
    );
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT) end(new PronError('PRON_TTS_FAILED', { engine: program, reason: phrase('neverStops') }));
      else chunks.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-MAX_STDERR);
    });
    // A program that ends without reading its input is judged by its exit code, not by the broken pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(run.input ?? '');
  });
}

/** The last line a program wrote to stderr, for an error message. */
export function lastLine(result: ProgramResult): ErrorDetail {
  return result.stderr.split('\n').at(-1)?.trim() || phrase('exitCode', { code: String(result.code) });
}
