import { element } from './svg';

export type Point = readonly [x: number, y: number];

/** A wire from a pin of the header to a part. */
export interface Wire {
  readonly pin: number;
  readonly colour: string;
  /** Where it goes, as the legend says it. */
  readonly to: string;
  /** Its corners, without the pin. */
  readonly path: readonly Point[];
}

/** Colours of wires that are no LED's. */
export const WIRE_COLOURS = { ground: '#222222', supply: '#d62828', button: '#2a6fdb', servo: '#f08c00', lamp: '#c9c9c9' } as const;

/** A line with a dark edge: yellow has to be seen on white, too. */
export function line(points: readonly Point[], colour: string): string {
  const shape = { points: points.map((point) => point.join(',')).join(' '), fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' };
  return [
    element('polyline', { ...shape, stroke: '#333333', 'stroke-width': 5 }),
    element('polyline', { ...shape, stroke: colour, 'stroke-width': 3 }),
  ].join('\n');
}

/** Where wires meet. */
export function joint([x, y]: Point): string {
  return element('circle', { cx: x, cy: y, r: 5, fill: WIRE_COLOURS.ground });
}
