import { DEFAULT_DEVICE, firstChoice, otherChoices, rememberChoice } from './choice';
import { isOpenFault } from './failure';
import { runArecord, type Run, type RunEnd, type RunOptions } from './run';

/**
 * Opens a microphone and keeps it open until it is told to let go.
 *
 * `default` is whatever answers: the system's own default, a sound server, a card. What has answered is tried first
 * the next time; where it no longer can be opened, the others are tried in their order. Any other name is that device
 * alone.
 */
export function openMicrophone(options: RunOptions): Run {
  const over = new AbortController();
  const isOver = (): boolean => over.signal.aborted;
  let run: Run | undefined;

  function open(device: string): Promise<RunEnd> {
    run = runArecord({
      ...options,
      device,
      onData: (bytes, rate) => {
        if (options.device === DEFAULT_DEVICE) rememberChoice(device);
        options.onData(bytes, rate);
      },
    });
    return run.ended;
  }

  async function openAny(): Promise<RunEnd> {
    const first = firstChoice(options.device);
    const firstEnd = await open(first);
    if (options.device !== DEFAULT_DEVICE || isOver() || !wasRefused(firstEnd)) return firstEnd;
    for (const device of await otherChoices(first, over.signal)) {
      if (isOver()) break;
      const end = await open(device);
      if (isOver() || !wasRefused(end)) return end;
    }
    return firstEnd;
  }

  return {
    stop: () => {
      over.abort();
      run?.stop();
    },
    kill: () => {
      over.abort();
      run?.kill();
    },
    ended: openAny(),
  };
}

/** Whether the device could not be opened at all, so that another one may. */
function wasRefused(end: RunEnd): boolean {
  return !end.heard && isOpenFault(end.failure(0));
}
