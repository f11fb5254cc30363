import type { Rating } from '../../../evaluation/calibration/curve';
import { seededRandom, type Random } from '../../../base/random';

/** A normally distributed number (Box and Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * Invented ratings: distances from 0.1 to 1.7, `points` of each, within the scale.
 * @param recordingsPerSpeaker 0: each recording is a unit
 */
export function inventedRatings(
  seed: number,
  count: number,
  points: (distance: number, random: Random) => number,
  recordingsPerSpeaker = 0,
): Rating[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const distance = 0.1 + 1.6 * random();
    const unit = recordingsPerSpeaker === 0 ? String(i) : `speaker ${Math.floor(i / recordingsPerSpeaker)}`;
    return { distance, points: Math.min(100, Math.max(0, points(distance, random))), unit };
  });
}

/** A strict teacher: 25 points below the plain score, give or take ten. */
export const strict = (distance: number, random: Random): number => 75 - 50 * distance + 10 * normal(random);
