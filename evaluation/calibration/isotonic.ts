import { monotoneCubic } from '../../pipeline/siamese/monotone-cubic';
import type { Curve, Rating } from './curve';

/** Recordings in a group. The standard error of their mean is a third of that of one rating. */
const GROUP_SIZE = 10;
/** Points that the plain score loses with a distance greater by 1. */
const PLAIN_SLOPE = 50;

interface Block {
  /** Sums over the recordings of the block. */
  readonly distance: number;
  readonly points: number;
  readonly count: number;
}

/**
 * A falling curve of any form, for many ratings. It consists of means of ten neighbours in distance, pooled until none rises above
 * the one before it (pool adjacent violators: Barlow, Bartholomew, Bremner and Brunk, 1972), with a monotone cubic through them
 * (Jiang, Osl, Kim and Ohno-Machado, "Smooth isotonic regression", AMIA 2011). Beyond the rated distances it continues with the
 * slope of the plain score.
 */
export function fitIsotonic(ratings: readonly Rating[]): Curve {
  const sorted = [...ratings].sort((a, b) => a.distance - b.distance);
  const blocks: Block[] = [];
  for (const group of groupsOf(sorted)) {
    let block = group;
    // Equal distances go into one group, because a curve has one value for each distance.
    for (let last = blocks.at(-1); last !== undefined && !fallsTo(last, block); last = blocks.at(-1)) {
      block = joined(last, block);
      blocks.pop();
    }
    blocks.push(block);
  }
  const knots = blocks.map(({ distance, points, count }) => ({ x: distance / count, y: points / count }));
  const curve = monotoneCubic(knots);
  const [first, last] = [sorted[0]?.distance ?? 0, sorted.at(-1)?.distance ?? 0];
  return (distance) => {
    const outside = distance < first ? distance - first : distance > last ? distance - last : 0;
    return Math.min(100, Math.max(0, curve(distance) - PLAIN_SLOPE * outside));
  };
}

function groupsOf(sorted: readonly Rating[]): Block[] {
  const count = Math.max(1, Math.floor(sorted.length / GROUP_SIZE));
  return Array.from({ length: count }, (_, i) => {
    const group = sorted.slice(Math.round((i * sorted.length) / count), Math.round(((i + 1) * sorted.length) / count));
    return group
      .map(({ distance, points }): Block => ({ distance, points, count: 1 }))
      .reduce(joined, { distance: 0, points: 0, count: 0 });
  });
}

function fallsTo(before: Block, after: Block): boolean {
  return (
    before.points / before.count >= after.points / after.count && before.distance / before.count < after.distance / after.count
  );
}

function joined(one: Block, other: Block): Block {
  return { distance: one.distance + other.distance, points: one.points + other.points, count: one.count + other.count };
}
