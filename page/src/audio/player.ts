/** A stretch of a recording to be played. */
export interface Stretch {
  /** Object URL. */
  readonly address: string;
  /** Seconds; the whole recording without them. */
  readonly from?: number;
  readonly to?: number;
  /** 1 is the usual speed; the pitch stays. */
  readonly rate?: number;
}

/** Plays stretches of recordings, one after the other; a new call ends what is playing. */
export interface Player {
  readonly play: (stretches: readonly Stretch[], loop?: boolean) => Promise<void>;
  readonly stop: () => void;
}

/** Seconds of silence between two stretches. */
const GAP = 0.25;

export function createPlayer(): Player {
  const audio = new Audio();
  audio.preservesPitch = true;
  let turn = 0;

  const once = async ({ address, from = 0, to = Infinity, rate = 1 }: Stretch, own: number): Promise<void> => {
    if (audio.src !== address) {
      audio.src = address;
      await new Promise<void>((resolve) => {
        audio.onloadedmetadata = audio.onerror = () => resolve();
      });
    }
    if (own !== turn) return;
    audio.currentTime = from;
    audio.playbackRate = rate;
    await audio.play();
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (own === turn && !audio.ended && !audio.paused && audio.currentTime < to) {
          requestAnimationFrame(look);
          return;
        }
        if (own === turn) audio.pause();
        resolve();
      };
      look();
    });
  };

  return {
    play: async (stretches, loop = false) => {
      const own = ++turn;
      do {
        for (const stretch of stretches) {
          if (own !== turn) return;
          // A browser may refuse to play before the first click; there is nothing to do about it.
          await once(stretch, own).catch(() => undefined);
          if (own === turn) await new Promise((resolve) => setTimeout(resolve, 1000 * GAP));
        }
      } while (loop && own === turn);
    },
    stop: () => {
      turn++;
      audio.pause();
    },
  };
}
