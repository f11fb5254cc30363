import type { Knot } from './calibration-file';
import { monotoneCubic } from './monotone-cubic';

/** The score of a distance by a calibration's knots: smooth between them, never rising with the distance, 0 to 100. */
export function calibratedScore(knots: readonly Knot[]): (distance: number) => number {
  const curve = monotoneCubic(knots.map(({ distance, score }) => ({ x: distance, y: score })));
  return (distance) => Math.min(100, Math.max(0, curve(distance)));
}
