import { wavOfPcm16 } from '../../pipeline/pcm16';
import { createEndpoint, type EndpointOptions } from './endpoint';
import { createMeter, type MeterLevel } from './meter';

/** What is to be recorded, from whatever device. */
export interface TakeOptions {
  /** The recording ends by itself after this long. */
  readonly maxMs: number;
  /** Ends it when the speaker has finished. */
  readonly endpoint?: EndpointOptions | undefined;
  /** Called with each whole second of audio that has arrived. */
  readonly onSecond?: (seconds: number) => void;
  /** Called with the level of each 100 ms of audio. */
  readonly onLevel?: (level: MeterLevel) => void;
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

/** A recording as it grows. */
export interface Take {
  /** Takes samples; says why it is over once it is. */
  push(bytes: Buffer): RecordingEnd | undefined;
  readonly ms: number;
  audio(end: RecordingEnd): RecordedAudio;
}

/** 100 ms at 16 kHz: a fast source gives seconds at once, that may reach far past the end. */
const PIECE_BYTES = 3200;

/** Collects 16-bit mono samples of a rate in memory, until it is long enough or the speaker has finished. */
export function createTake(rate: number, options: TakeOptions): Take {
  const limit = 2 * Math.max(1, Math.round((rate * options.maxMs) / 1000));
  const endpoint = options.endpoint && createEndpoint(rate, options.endpoint);
  const meter = options.onLevel && createMeter(rate, options.onLevel);
  const chunks: Buffer[] = [];
  let size = 0;

  const msNow = (): number => (size / 2 / rate) * 1000;

  function add(piece: Buffer): RecordingEnd | undefined {
    const secondsBefore = Math.floor(msNow() / 1000);
    const kept = piece.subarray(0, limit - size);
    chunks.push(kept);
    size += kept.length;
    const seconds = Math.floor(msNow() / 1000);
    if (seconds > secondsBefore) options.onSecond?.(seconds);
    meter?.(kept);
    if (endpoint?.push(kept) === true) return 'silence';
    return size >= limit ? 'length' : undefined;
  }

  return {
    push(bytes) {
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const end = add(bytes.subarray(at, at + PIECE_BYTES));
        if (end !== undefined) return end;
      }
      return undefined;
    },
    get ms() {
      return msNow();
    },
    audio(end) {
      const wav = wavOfPcm16(Buffer.concat(chunks, size), rate);
      return { wav, sampleRate: rate, durationMs: msNow(), end };
    },
  };
}
