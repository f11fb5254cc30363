import { phrase, PronError } from '../../pipeline/errors';
import { wavOfPcm16 } from '../pcm16';
import { actualRate, spawnArecord } from './arecord';
import type { Endpoint, EndpointOptions } from './endpoint';
import { createEndpoint } from './endpoint';
import { failureOf, spawnFailureOf } from './failure';
import { createMeter, type MeterLevel } from './meter';

export interface RecordOptions {
  /** An ALSA device: `default`, `plughw:CARD=NAME,DEV=0`. */
  readonly device: string;
  /** Hz. */
  readonly sampleRate: number;
  /** The recording ends by itself after this long. */
  readonly maxMs: number;
  /** Ends it when the speaker has finished. */
  readonly endpoint?: EndpointOptions | undefined;
  /** Called with each whole second of audio that has arrived. */
  readonly onSecond?: (seconds: number) => void;
  /** Called with the level of each 100 ms of audio. */
  readonly onLevel?: (level: MeterLevel) => void;
  /** Without a sample for this long the device is given up. */
  readonly noDataMs?: number;
}

/** Who ended the recording. */
export type RecordingEnd = 'stopped' | 'length' | 'silence';

export interface RecordedAudio {
  /** 16-bit mono. */
  readonly wav: Buffer;
  /** Hz; the device's own where it does not know the one asked for. */
  readonly sampleRate: number;
  readonly durationMs: number;
  readonly end: RecordingEnd;
}

export interface Recording {
  /** Ends the recording and keeps it. */
  stop(): void;
  /** Ends it at once and drops it (`done` rejects with PRON_CLOSED); resolves when the program has ended. */
  abort(): Promise<void>;
  /** Nothing more is recorded; the program may still have to let go of the device. */
  readonly isOver: boolean;
  /** Settles when the program has ended. */
  readonly done: Promise<RecordedAudio>;
}

const NO_DATA_MS = 5000;
/** arecord needs a few ms to end; one that is stuck in a driver is killed. */
const GRACE_MS = 500;
/** What is left in the pipes of a program that has ended is read in far less. */
const DRAIN_MS = 200;
const MAX_STDERR = 4000;
/** 100 ms at 16 kHz. */
const PIECE_BYTES = 3200;

/**
 * Records mono 16-bit audio with arecord into memory.
 *
 * A stop that was asked for is no error, though arecord ends with exit code 1 then. When the device is lost while
 * recording, the error says how much was recorded until then.
 * @throws PronError (through `done`) PRON_MIC_*, PRON_CLOSED
 */
export function record(options: RecordOptions): Recording {
  const { device, sampleRate } = options;
  const noDataMs = options.noDataMs ?? NO_DATA_MS;
  const child = spawnArecord(device, sampleRate);

  const chunks: Buffer[] = [];
  let size = 0;
  let stderr = '';
  let rate = sampleRate;
  let endpoint: Endpoint | undefined;
  let meter: ((bytes: Uint8Array) => void) | undefined;
  let end: RecordingEnd | undefined;
  let failure: PronError | undefined;
  let noDataTimer: NodeJS.Timeout | undefined;
  let killTimer: NodeJS.Timeout | undefined;
  let drainTimer: NodeJS.Timeout | undefined;

  const recordedMs = (): number => (size / 2 / rate) * 1000;

  function terminate(): void {
    clearTimeout(noDataTimer);
    child.kill('SIGTERM');
    killTimer ??= setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  }

  function finish(why: RecordingEnd): void {
    if (end !== undefined || failure !== undefined) return;
    end = why;
    // After a stop the last period is still to come; otherwise everything asked for is here.
    if (why !== 'stopped') child.stdout.destroy();
    terminate();
  }

  function giveUp(error: PronError): void {
    failure ??= error;
    clearTimeout(noDataTimer);
    child.kill('SIGKILL');
  }

  function expectData(): void {
    clearTimeout(noDataTimer);
    noDataTimer = setTimeout(() => {
      giveUp(new PronError('PRON_MIC_NO_DATA', { device, seconds: noDataMs / 1000 }));
    }, noDataMs);
  }

  function take(bytes: Buffer): void {
    const secondsBefore = Math.floor(recordedMs() / 1000);
    const kept = bytes.subarray(0, 2 * Math.max(1, Math.round((rate * options.maxMs) / 1000)) - size);
    chunks.push(kept);
    size += kept.length;
    const seconds = Math.floor(recordedMs() / 1000);
    if (seconds > secondsBefore) options.onSecond?.(seconds);
    // Made with the first samples, because by then arecord has told the true rate.
    if (options.onLevel !== undefined) meter ??= createMeter(rate, options.onLevel);
    meter?.(kept);
    if (options.endpoint !== undefined) endpoint ??= createEndpoint(rate, options.endpoint);
    if (endpoint?.push(kept) === true) finish('silence');
    else if (kept.length < bytes.length || recordedMs() >= options.maxMs) finish('length');
  }

  /** Takes a chunk in small pieces: with a fast source it may reach seconds past the end. */
  function onData(chunk: Buffer): void {
    if (end === undefined) expectData();
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      if (failure !== undefined || (end !== undefined && end !== 'stopped')) return;
      take(chunk.subarray(at, at + PIECE_BYTES));
    }
  }

  const done = new Promise<RecordedAudio>((resolve, reject) => {
    const settle = (code: number | null, signal: string | null): void => {
      clearTimeout(noDataTimer);
      clearTimeout(killTimer);
      clearTimeout(drainTimer);
      if (failure !== undefined) {
        reject(failure);
      } else if (end === undefined) {
        reject(failureOf(device, stderr, signal ?? `exit code ${String(code)}`, recordedMs()));
      } else if (size < 2) {
        reject(new PronError('PRON_MIC_EMPTY', { device }));
      } else {
        const wav = wavOfPcm16(Buffer.concat(chunks, size), rate);
        resolve({ wav, sampleRate: rate, durationMs: ((wav.length - 44) / 2 / rate) * 1000, end });
      }
    };
    // Before anything else: where there are no file handles left, the child has no streams to listen to.
    child.on('error', (error) => {
      failure ??= spawnFailureOf(device, error);
      if (child.pid === undefined) settle(null, null);
    });
    child.on('close', settle);
    // Where arecord is a script, a program that it started may hold the pipes open.
    child.on('exit', () => {
      drainTimer = setTimeout(() => {
        child.stdout.destroy();
        child.stderr.destroy();
      }, DRAIN_MS);
    });
  });

  if ((child.stdout as unknown) !== undefined) {
    child.stdout.on('data', onData);
    child.stdout.on('error', () => undefined);
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-MAX_STDERR);
      rate = actualRate(stderr, sampleRate);
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end();
    expectData();
  }

  return {
    stop: () => finish('stopped'),
    abort: async () => {
      giveUp(new PronError('PRON_CLOSED', { job: phrase('recording') }));
      await done.catch(() => undefined);
    },
    get isOver() {
      return end !== undefined || failure !== undefined;
    },
    done,
  };
}
