import type { PronError } from '../../base/errors';
import { listen, type Listening, type ListenOptions } from './listen';
import type { Recording } from './record';
import type { TakeOptions } from './take';

export interface KeepListeningOptions extends ListenOptions {
  /** Called each time the microphone is lost or can't be opened. */
  readonly onFailure: (error: PronError) => void;
  /** Whether it makes sense to open it again. */
  readonly mayOpen: () => boolean;
  readonly retryMs?: number;
}

export interface KeptListening {
  /** Records; opens the microphone first if it is closed. */
  record(options: TakeOptions): Recording;
  close(): Promise<void>;
}

const RETRY_MS = 3000;

/** Listens to a microphone, and again after it was lost. */
export function keepListening(options: KeepListeningOptions): KeptListening {
  const retryMs = options.retryMs ?? RETRY_MS;
  let listening: Listening | undefined;
  let timer: NodeJS.Timeout | undefined;

  function open(): Listening {
    clearTimeout(timer);
    const opened = listen(options);
    listening = opened;
    void opened.ended.then((error) => {
      listening = undefined;
      if (error === undefined) return;
      timer = setTimeout(retry, retryMs);
      options.onFailure(error);
    });
    return opened;
  }

  function retry(): void {
    if (options.mayOpen()) open();
    else timer = setTimeout(retry, retryMs);
  }

  open();
  return {
    record: (asked) => (listening ?? open()).record(asked),
    close: async () => {
      clearTimeout(timer);
      await listening?.close();
      clearTimeout(timer);
    },
  };
}
