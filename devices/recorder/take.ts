import { wavOfPcm16 } from '../../pipeline/pcm16';
import { createEndpoint, FRAME_MS, type EndpointOptions } from './endpoint';
import { createMeter, type MeterLevel } from './meter';

/** When a recording ends, and who follows it. */
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
  /** Takes whole samples, 16-bit little-endian; says why it is over once it is. */
  push(bytes: Buffer): RecordingEnd | undefined;
  readonly ms: number;
  /** Whether anybody has spoken so far; false where it has no endpoint. */
  hasSpeech(): boolean;
  audio(end: RecordingEnd): RecordedAudio;
}

/**
 * Collects 16-bit mono samples of a rate in memory, until it is long enough or the speaker has finished. One pass over
 * the samples serves the meter and the endpoint: this runs on Node-RED's event loop.
 */
export function createTake(rate: number, options: TakeOptions): Take {
  const limit = Math.max(1, Math.round((rate * options.maxMs) / 1000));
  const frameLength = Math.round((rate * FRAME_MS) / 1000);
  const endpoint = options.endpoint && createEndpoint(options.endpoint);
  const meter = options.onLevel && createMeter(options.onLevel);
  const isMeasured = endpoint !== undefined || meter !== undefined;
  const chunks: Buffer[] = [];
  /** Samples, of the take and of the frame that is not yet complete. */
  let size = 0;
  let inFrame = 0;
  let energy = 0;
  let peak = 0;

  function measure(samples: Int16Array): void {
    for (const sample of samples) {
      energy += sample * sample;
      const amplitude = sample < 0 ? -sample : sample;
      if (amplitude > peak) peak = amplitude;
    }
  }

  /** True once the speaker has finished. */
  function endFrame(): boolean {
    const meanSquare = energy / frameLength / FULL_SCALE ** 2;
    meter?.(meanSquare, peak / FULL_SCALE);
    inFrame = 0;
    energy = 0;
    peak = 0;
    return endpoint?.addFrame(meanSquare) === true;
  }

  /** Takes at most the rest of a frame. */
  function add(samples: Int16Array): RecordingEnd | undefined {
    if (isMeasured) measure(samples);
    const secondsBefore = Math.floor(size / rate);
    size += samples.length;
    inFrame += samples.length;
    const seconds = Math.floor(size / rate);
    if (seconds > secondsBefore) options.onSecond?.(seconds);
    if (inFrame === frameLength && endFrame()) return 'silence';
    return size >= limit ? 'length' : undefined;
  }

  return {
    push(bytes) {
      const samples = samplesOf(bytes);
      for (let at = 0; at < samples.length; ) {
        const piece = samples.subarray(at, at + Math.min(frameLength - inFrame, limit - size));
        at += piece.length;
        const end = add(piece);
        if (end === undefined) continue;
        chunks.push(bytes.subarray(0, 2 * at));
        return end;
      }
      chunks.push(bytes);
      return undefined;
    },
    get ms() {
      return (size / rate) * 1000;
    },
    hasSpeech: () => endpoint?.hasSpeech() === true,
    audio(end) {
      const wav = wavOfPcm16(Buffer.concat(chunks, 2 * size), rate);
      return { wav, sampleRate: rate, durationMs: (size / rate) * 1000, end };
    },
  };
}

const FULL_SCALE = 32768;

/** A view of the same memory where it is aligned, else a copy. */
function samplesOf(bytes: Buffer): Int16Array {
  const { buffer, byteOffset, length } = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes);
  return new Int16Array(buffer, byteOffset, length >> 1);
}
