import { phrase, PronError } from '../../base/errors';
import { openMicrophone, type MicrophoneOptions } from './microphone';
import { createTake, type RecordedAudio, type RecordingEnd, type Take, type TakeOptions } from './take';

/** What is to be recorded, by which recorder, and from where. */
export interface RecordOptions extends TakeOptions, Pick<MicrophoneOptions, 'device' | 'recorder' | 'sampleRate'> {
  /** Without a sample for this long the device is given up; 5 s by default. */
  readonly noDataMs?: number;
}

export interface Recording {
  /** Ends the recording and keeps it. */
  stop(): void;
  /** Ends it at once and drops it (`done` rejects with PRON_CLOSED); resolves when the program has ended. */
  abort(): Promise<void>;
  /** Nothing more is recorded; the program may still hold the device. */
  readonly isOver: boolean;
  /** Settles when the program has ended. */
  readonly done: Promise<RecordedAudio>;
}

export const NO_DATA_MS = 5000;

/**
 * Records mono 16-bit audio into memory.
 *
 * A stop that was asked for is no error, whatever exit code the recorder ends with. When the device is lost while
 * recording, the error says how much was recorded until then.
 * @throws PronError (through `done`) PRON_MIC_*, PRON_CLOSED
 */
export function record(options: RecordOptions): Recording {
  const { device, recorder, sampleRate, noDataMs = NO_DATA_MS } = options;
  let take: Take | undefined;
  let end: RecordingEnd | undefined;
  let isComplete = false;
  let isAborted = false;

  const microphone = openMicrophone({
    device,
    recorder,
    sampleRate,
    noDataMs,
    onData: (bytes, rate) => {
      if (isComplete || isAborted) return;
      take ??= createTake(rate, options);
      const found = take.push(bytes);
      if (found === undefined) return;
      isComplete = true;
      end ??= found;
      microphone.stop();
    },
  });

  async function finished(): Promise<RecordedAudio> {
    const { failure } = await microphone.ended;
    if (isAborted) throw new PronError('PRON_CLOSED', { job: phrase('recording') });
    if (end === undefined) throw failure(take?.ms ?? 0);
    if (take === undefined) throw new PronError('PRON_MIC_EMPTY', { device });
    return take.audio(end);
  }
  const done = finished();

  return {
    stop: () => {
      if (end !== undefined || isAborted) return;
      end = 'stopped';
      // The last period is still delivered.
      microphone.stop();
    },
    abort: async () => {
      isAborted = true;
      microphone.kill();
      await done.catch(() => undefined);
    },
    get isOver() {
      return end !== undefined || isAborted;
    },
    done,
  };
}
