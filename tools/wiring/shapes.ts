import { element, label } from './svg';
import { line, type Point } from './wires';

const LEG = '#8a8a8a';
const LEG_LENGTH = 34;
/** Rings of a resistor of 330 ohms, 5 %. */
const RINGS = ['#e8700a', '#e8700a', '#6b3e1c', '#c9a227'];
const RESISTOR = { width: 64, height: 18 } as const;

/** Which way the long leg of an LED points: 1 to the right, -1 to the left. */
export type Side = 1 | -1;

/** Ends of the legs of an LED about a point. */
export const longLeg = ([x, y]: Point, side: Side): Point => [x + side * LEG_LENGTH, y];
export const shortLeg = ([x, y]: Point, side: Side): Point => [x - side * LEG_LENGTH, y];

export function led(at: Point, side: Side, colour: string, name: string): string {
  const [x, y] = at;
  const flat = x - side * 13;
  return element(
    'g', {},
    line([longLeg(at, side), shortLeg(at, side)], LEG),
    element('circle', { cx: x, cy: y, r: 18, fill: colour, stroke: '#333333', 'stroke-width': 2 }),
    // The flat edge of the case is on the side of the short leg.
    element('line', { x1: flat, y1: y - 13, x2: flat, y2: y + 13, stroke: '#333333', 'stroke-width': 3 }),
    label(x, y - 26, name, { 'text-anchor': 'middle', 'font-weight': 'bold' }),
    label(x + side * 38, y + 28, 'long leg', { 'text-anchor': 'middle', 'font-size': 12 }),
  );
}

/** Its ends are where the body ends. */
export const resistorEnds = ([x, y]: Point): readonly [Point, Point] => [[x - RESISTOR.width / 2, y], [x + RESISTOR.width / 2, y]];

export function resistor([x, y]: Point): string {
  const { width, height } = RESISTOR;
  const left = x - width / 2;
  return element(
    'g', {},
    element('rect', { x: left, y: y - height / 2, width, height, rx: 6, fill: '#f0dfbf', stroke: '#333333', 'stroke-width': 1.5 }),
    ...RINGS.map((fill, i) => element('rect', { x: left + 12 + 11 * i, y: y - height / 2 + 1, width: 5, height: height - 2, fill })),
    label(x, y - 16, '330 Ω', { 'text-anchor': 'middle', 'font-size': 13 }),
  );
}

/** A push button whose two legs are at its left edge. */
export function pushButton(legs: readonly [Point, Point]): string {
  const [[x, top], [, bottom]] = legs;
  const middle = (top + bottom) / 2;
  return element(
    'g', {},
    element('rect', { x, y: middle - 38, width: 76, height: 76, rx: 8, fill: '#d9dde3', stroke: '#333333', 'stroke-width': 2 }),
    element('circle', { cx: x + 38, cy: middle, r: 23, fill: '#3d4450', stroke: '#222222', 'stroke-width': 2 }),
    label(x + 38, middle + 56, 'push button', { 'text-anchor': 'middle', 'font-weight': 'bold' }),
    label(x + 38, middle + 72, 'with four legs: use two', { 'text-anchor': 'middle', 'font-size': 12 }),
    label(x + 38, middle + 87, 'at opposite corners', { 'text-anchor': 'middle', 'font-size': 12 }),
  );
}

/** A servo's case with its needle; `at` is the top left corner. */
export function servoCase([x, y]: Point, width: number, height: number): string {
  const hub: Point = [x + width - 42, y + height / 2];
  return element(
    'g', {},
    element('rect', { x, y, width, height, rx: 6, fill: '#4a6fa5', stroke: '#222222', 'stroke-width': 2 }),
    label(x + 14, y + height / 2 + 6, 'servo', { fill: '#ffffff', 'font-weight': 'bold', 'font-size': 16 }),
    element('line', { x1: hub[0], y1: hub[1], x2: hub[0] + 22, y2: hub[1] - 30, stroke: '#ffffff', 'stroke-width': 6, 'stroke-linecap': 'round' }),
    element('circle', { cx: hub[0], cy: hub[1], r: 10, fill: '#ffffff', stroke: '#222222', 'stroke-width': 2 }),
  );
}
