import { isThere } from '../alsa/presence';

export interface WatchOptions {
  /** An ALSA device, see `isThere` for those that can be watched. */
  readonly device: string;
  /** The device is gone. Called once until it is back, and once more after each `suspect`. */
  readonly onGone: () => void;
  readonly onBack: () => void;
  /** Between two looks at a device that is gone, and at one that is there, ms. */
  readonly goneMs?: number;
  readonly thereMs?: number;
}

export interface Watch {
  /** The device has just failed: looks at once, and often for a while. */
  readonly suspect: () => void;
  /** The device was used with success: it is back. */
  readonly seen: () => void;
  readonly isGone: boolean;
  /** Resolves when the watch has stopped. */
  readonly close: () => Promise<void>;
}

const GONE_MS = 2000;
const THERE_MS = 30_000;
/** A card that was pulled out takes a moment to leave the list. */
const SUSPECT_MS = 10_000;

/** Looks from time to time whether a microphone is there, in ALSA's list, without opening it. */
export function watchMicrophone(options: WatchOptions): Watch {
  const { device, onGone, onBack, goneMs = GONE_MS, thereMs = THERE_MS } = options;
  const over = new AbortController();
  let isGone = false;
  let suspectUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  let newest = Promise.resolve();

  function look(): void {
    clearTimeout(timer);
    const own = isThere(device, over.signal).then((there) => {
      if (over.signal.aborted || own !== newest) return;
      if (there === false && !isGone) {
        isGone = true;
        onGone();
      } else if (there === true && isGone) {
        isGone = false;
        onBack();
      }
      timer = setTimeout(look, isGone || Date.now() < suspectUntil ? goneMs : thereMs);
    });
    newest = own;
  }

  look();
  return {
    suspect: () => {
      isGone = false;
      suspectUntil = Date.now() + SUSPECT_MS;
      look();
    },
    seen: () => {
      isGone = false;
    },
    get isGone() {
      return isGone;
    },
    close: async () => {
      over.abort();
      clearTimeout(timer);
      await newest;
    },
  };
}
