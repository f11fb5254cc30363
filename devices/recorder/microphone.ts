import { alsaDevices } from '../alsa/devices';
import { runArecord } from './arecord';
import { isOpenFault, recorderFor, type RecorderSetting, type Run, type RunEnd, type RunOptions } from './recorder';
import { runSox } from './sox';

export interface MicrophoneOptions extends RunOptions {
  /** What records; `automatic` where it is not said. */
  readonly recorder?: RecorderSetting | undefined;
}

/** The setting that stands for whatever answers. */
const DEFAULT_DEVICE = 'default';
/** ALSA's names of the sound servers. */
const SERVERS = ['pipewire', 'pulse'];
const CARD = /^plughw:CARD=/;

let answered = DEFAULT_DEVICE;

/** What to open first for a setting: for `default` what has answered last. */
export function firstChoice(device: string): string {
  return device === DEFAULT_DEVICE ? answered : device;
}

/** Remembers what has answered for `default`. */
export function rememberChoice(device: string): void {
  answered = device;
}

/** What else `default` may stand for: the system's own default, the sound servers that ALSA has a plugin for, the cards. */
async function otherChoices(first: string, signal: AbortSignal): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  const listed = await alsaDevices('arecord', signal).catch(() => []);
  const names = listed.map(({ name }) => name);
  const servers = SERVERS.filter((name) => names.includes(name));
  const cards = names.filter((name) => CARD.test(name));
  return [DEFAULT_DEVICE, ...servers, ...cards].filter((name) => name !== first);
}

/**
 * Opens a microphone and keeps it open until it is told to let go.
 *
 * `default` is whatever answers: the system's own default, a sound server, a card. What has answered is tried first
 * the next time; where it can no longer be opened, the others are tried in their order. Any other name is that device
 * alone.
 */
export function openMicrophone(options: MicrophoneOptions): Run {
  const begin = recorderFor(options.recorder ?? 'automatic') === 'sox' ? runSox : runArecord;
  const over = new AbortController();
  const isOver = (): boolean => over.signal.aborted;
  let run: Run | undefined;

  function open(device: string): Promise<RunEnd> {
    run = begin({
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
