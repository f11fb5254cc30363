import { phrase, PronError } from '../../base/errors';
import { MAX_SECONDS } from '../../pipeline/wav';
import { createListenedRecording, type ListenedRecording } from './listened-recording';
import { openMicrophone } from './microphone';
import { createPreRoll, type PreRoll } from './pre-roll';
import { NO_DATA_MS, type Recording, type RecordOptions } from './record';
import type { TakeOptions } from './take';

export interface ListenOptions extends Pick<RecordOptions, 'device' | 'recorder' | 'sampleRate' | 'noDataMs'> {
  /** Length of the sound before a recording that becomes its beginning, ms. */
  readonly preRollMs: number;
  /** Called once, with the first sample. */
  readonly onHeard?: () => void;
}

/** A microphone that is open all the time, so that a recording begins before it is asked for. */
export interface Listening {
  /** Records one recording at a time. The sound before it is added to its length. */
  record(options: TakeOptions): Recording;
  /** Closes the microphone; resolves when the program has ended. */
  close(): Promise<void>;
  /** Resolves with the reason where the microphone was lost or could not be opened; with undefined after `close`. */
  readonly ended: Promise<PronError | undefined>;
}

/**
 * Listens to a microphone and keeps only its newest `preRollMs`, only in memory. If the microphone is lost during a
 * recording, the recording rejects with PRON_MIC_LOST.
 */
export function listen(options: ListenOptions): Listening {
  const { device, recorder, sampleRate, preRollMs, noDataMs = NO_DATA_MS } = options;
  let rate = sampleRate;
  let preRoll: PreRoll | undefined;
  let current: ListenedRecording | undefined;
  let isClosed = false;

  const microphone = openMicrophone({
    device,
    recorder,
    sampleRate,
    noDataMs,
    onData: (bytes, heardRate) => {
      rate = heardRate;
      if (preRoll === undefined) options.onHeard?.();
      preRoll ??= createPreRoll(2 * Math.round((rate * preRollMs) / 1000));
      if (current === undefined || current.isComplete) preRoll.push(bytes);
      else current.push(bytes, rate);
    },
  });

  const ended = microphone.ended.then(({ failure }) => {
    const closed = new PronError('PRON_CLOSED', { job: phrase('recording') });
    current?.fail((recordedMs) => (isClosed ? closed : failure(recordedMs)));
    return isClosed ? undefined : failure(0);
  });

  return {
    record: (asked) => {
      const before = preRoll?.take() ?? Buffer.alloc(0);
      const beforeMs = (before.length / 2 / rate) * 1000;
      const maxMs = Math.min(asked.maxMs + beforeMs, 1000 * MAX_SECONDS);
      current = createListenedRecording(device, { ...asked, maxMs });
      if (before.length > 0) current.push(before, rate);
      return current;
    },
    close: async () => {
      isClosed = true;
      microphone.kill();
      await ended;
    },
    ended,
  };
}
