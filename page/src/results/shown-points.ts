/** Points as they are shown: whole, and never above the bound of the tier that they miss. 69.9 points are not "good from 70 on". */
export function shownPoints(points: number): number {
  return Math.floor(points + 1e-9);
}
