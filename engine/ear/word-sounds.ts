import { textEvidence, type Pronunciations } from '../../pipeline/ear/phones/text-evidence';
import type { Graph } from '../inference';
import { valueOf, type Listened } from './ear';
import { overFrames } from './frame-graph';

/** What the sounds of a recording say for other words than those of a text: they expect no words, as the decoder does. */
export interface SoundEvidence {
  /** By how much likelier other words are, nats; null where nobody knows how the words that differ are pronounced. */
  readonly gainOf: (words: readonly string[]) => number | null;
  /** By how much likelier each frame is for other words, nats in the mean, however well the ear understands the voice; null as above. */
  readonly gainPerFrame: (words: readonly string[]) => number | null;
}

/** The sounds of one language. */
export type WordSounds = (listened: Listened, words: readonly string[]) => Promise<SoundEvidence>;

/** What a graph's posteriors are worth. */
export interface SoundScale {
  /** See `textEvidence`. */
  readonly blankPrice: number;
  /** Nats that a frame of a text that was said lacks, at most. Where it lacks more, since the ear understands the voice badly, all
   *  evidence counts for less. */
  readonly usualLoss: number;
}

/**
 * @param symbols of the graph's `logPosterior`, the blank not counted
 * @param pronounce words in their sentence
 */
export function createWordSounds(
  graph: Graph,
  symbols: number,
  pronounce: (words: readonly string[]) => readonly Pronunciations[],
  { blankPrice, usualLoss }: SoundScale,
): WordSounds {
  return async (listened, words) => {
    const unknown = new Map<string, Pronunciations>();
    const waysOf = (text: readonly string[]): Pronunciations[] => {
      const parts = text.flatMap((word) => word.split(' '));
      return pronounce(parts).map((ways, i) => (ways.length > 0 ? ways : ownOf(unknown, parts[i] ?? '')));
    };
    const { frames } = listened;
    const { data } = valueOf(await overFrames(graph, listened), 'logPosterior');
    const { own, gainOf } = textEvidence({ data, frames, symbols: symbols + 1 }, waysOf(words), blankPrice);
    const trust = Math.min(1, usualLoss / Math.max(1e-9, -own / frames));
    const times = (gain: number | null, factor: number): number | null => (gain === null ? null : gain * factor);
    return {
      gainOf: (others) => times(gainOf(waysOf(others)), trust),
      gainPerFrame: (others) => times(gainOf(waysOf(others)), 1 / frames),
    };
  };
}

/** The empty list of a word that nobody knows: the same one for the same word. */
function ownOf(unknown: Map<string, Pronunciations>, word: string): Pronunciations {
  const own = unknown.get(word) ?? [];
  unknown.set(word, own);
  return own;
}
