/** When a recording is over because the speaker has finished. Levels in dB, times in ms. */
export interface EndpointOptions {
  /** This long without speech after speech ends the recording; more than 0. */
  readonly silenceMs: number;
  /** Less speech than this is a cough or a click, not a sentence; more than 0. */
  readonly minSpeechMs: number;
  /** Nothing below this level is speech, dBFS. */
  readonly floorDb: number;
  /** Speech is louder than the background by at least this much. */
  readonly contrastDb: number;
}

export const DEFAULT_ENDPOINT: EndpointOptions = { silenceMs: 1000, minSpeechMs: 200, floorDb: -55, contrastDb: 12 };

/** Length of a frame whose level is compared, ms. */
export const FRAME_MS = 20;
/** Levels are averaged over this many frames, which bridges the gaps within a word. */
const SMOOTHED_FRAMES = 3;
const LOWEST_DB = -120;
/** Where the threshold lies between the background and the loudest speech, both in dB. */
const THRESHOLD_SHARE = 0.4;
/** The background is the level of the quietest tenth. The minimum would be the digital silence that some devices start with. */
const BACKGROUND_SHARE = 0.1;

export interface Endpoint {
  /**
   * Takes the next frame; true once the speaker has finished.
   * @param meanSquare of its samples, where full scale is 1
   */
  addFrame(meanSquare: number): boolean;
  /** Whether anybody has spoken so far. */
  hasSpeech(): boolean;
}

/** Level under which a share of the frames lies, from a histogram of 1 dB steps down from 0 dBFS. */
function percentile(histogram: Uint32Array, frames: number, share: number): number {
  let below = 0;
  for (let step = histogram.length - 1; step >= 0; step--) {
    below += histogram[step] ?? 0;
    if (below > share * frames) return -step;
  }
  return 0;
}

/**
 * Finds the end of an utterance while it is recorded. The threshold between speech and background lies between the
 * loudest level so far and the level of the quietest tenth, and is set anew with each frame. So a speaker who starts
 * at once, or a fan, is understood as soon as there is something to compare with. Neither steady noise nor silence
 * alone ends a recording. The cost of a frame does not depend on the length of the recording.
 */
export function createEndpoint(options: EndpointOptions = DEFAULT_ENDPOINT): Endpoint {
  /** The newest levels, as many as make up the silence that ends a recording; frame i at i modulo their number. */
  const recent = new Float64Array(Math.max(1, Math.ceil(options.silenceMs / FRAME_MS)));
  /** The highest levels, the highest first: the last of them tells whether there were enough frames of speech. */
  const highest = new Float64Array(Math.max(1, Math.ceil(options.minSpeechMs / FRAME_MS))).fill(-Infinity);
  const energies = new Float64Array(SMOOTHED_FRAMES);
  const histogram = new Uint32Array(1 - LOWEST_DB);
  let frames = 0;

  function addLevel(meanSquare: number): void {
    energies[frames % SMOOTHED_FRAMES] = meanSquare;
    const mean = energies.reduce((sum, value) => sum + value, 0) / Math.min(SMOOTHED_FRAMES, frames + 1);
    const level = Math.max(LOWEST_DB, 10 * Math.log10(mean + 1e-12));
    recent[frames % recent.length] = level;
    frames++;
    let at = highest.length - 1;
    if (level > (highest[at] as number)) {
      for (; at > 0 && level > (highest[at - 1] as number); at--) highest[at] = highest[at - 1] as number;
      highest[at] = level;
    }
    const step = Math.min(histogram.length - 1, Math.max(0, Math.round(-level)));
    histogram[step] = (histogram[step] ?? 0) + 1;
  }

  /** The level of speech, dB; undefined where nobody has spoken. */
  function speechLevel(): number | undefined {
    const background = percentile(histogram, frames, BACKGROUND_SHARE);
    const loudest = highest[0] as number;
    if (loudest - background < options.contrastDb) return undefined;
    const threshold = Math.max(options.floorDb, background + THRESHOLD_SHARE * (loudest - background));
    return (highest.at(-1) as number) >= threshold ? threshold : undefined;
  }

  function isOver(): boolean {
    if (frames < recent.length) return false;
    const threshold = speechLevel();
    return threshold !== undefined && recent.every((level) => level < threshold);
  }

  return {
    addFrame: (meanSquare) => {
      addLevel(meanSquare);
      return isOver();
    },
    hasSpeech: () => speechLevel() !== undefined,
  };
}
