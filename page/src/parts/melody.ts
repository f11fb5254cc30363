import type { Ending, Melody } from '../station/messages';
import type { Texts } from '../texts/texts';

/** Semitones that are shown at least, so that a flat voice looks flat. */
const LEAST_RANGE = 12;

type Curve = readonly (number | null)[];

/** The voiced parts of each pitch curve, as points of an SVG of 100 x 100. A part of one value becomes a short line. */
export function pitchLines<Name extends string>(curves: Readonly<Record<Name, Curve>>): Record<Name, string[]> {
  const all = Object.values<Curve>(curves).flat().filter((value) => value !== null);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const range = Math.max(LEAST_RANGE, most - least + 2);
  const heightOf = (value: number): number => 50 - ((value - (most + least) / 2) / range) * 100;
  return Object.fromEntries((Object.entries(curves) as [Name, Curve][]).map(([name, curve]) => [name, partsOf(curve, heightOf)])) as Record<Name, string[]>;
}

function partsOf(curve: Curve, heightOf: (value: number) => number): string[] {
  const shown = (value: number): number => Math.round(10 * value) / 10;
  const step = 100 / Math.max(1, curve.length);
  const parts: string[][] = [];
  curve.forEach((value, i) => {
    if (value === null) return;
    if (i === 0 || curve[i - 1] === null) parts.push([]);
    const y = shown(heightOf(value));
    parts.at(-1)?.push(`${shown(i * step)},${y}`);
    if ((curve[i + 1] ?? null) === null) parts.at(-1)?.push(`${shown((i + 0.6) * step)},${y}`);
  });
  return parts.map((part) => part.join(' '));
}

/** One sentence about the end and one about the pace. */
export function melodySentences({ reference, learner, isSameEnd, slowerPercent }: Melody, texts: Texts['melody']): string {
  const { sameEnd, learnerEnd, referenceEnd } = texts as Readonly<Record<'sameEnd' | 'learnerEnd' | 'referenceEnd', Readonly<Record<Ending, string>>>>;
  const ends = (): string => {
    if (isSameEnd === null || learner.end === null || reference.end === null) return '';
    if (isSameEnd) return sameEnd[learner.end];
    return texts.otherEnd.replace('{learner}', learnerEnd[learner.end]).replace('{reference}', referenceEnd[reference.end]);
  };
  const percent = String(Math.abs(slowerPercent));
  const pace = slowerPercent === 0 ? texts.samePace : (slowerPercent > 0 ? texts.slower : texts.faster).replace('{percent}', percent);
  return [ends(), pace].filter((sentence) => sentence !== '').join(' ');
}
