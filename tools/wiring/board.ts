import { labelOf, PIN_COUNT } from '../../practice/gpio/hardware/header';
import { element, label } from './svg';
import type { Point, Wire } from './wires';

const PITCH = 26;
const FIRST_Y = 92;
const CENTRE_X = 450;
const HALF_WIDTH = 118;
const PIN_SIZE = 16;

const isLeft = (pin: number): boolean => pin % 2 === 1;
const rowY = (pin: number): number => FIRST_Y + PITCH * Math.floor((pin - 1) / 2);

/** Where the row of a pin reaches the edge of the board: a wire begins there. */
export function edgeOf(pin: number): Point {
  return [CENTRE_X + (isLeft(pin) ? -HALF_WIDTH : HALF_WIDTH), rowY(pin)];
}

function pinShape(pin: number, wire: Wire | undefined): string {
  const side = isLeft(pin) ? -1 : 1;
  const x = CENTRE_X + side * (PITCH / 2);
  const y = rowY(pin);
  const name = labelOf(pin);
  const gpio = name.startsWith('GPIO') && wire ? { 'data-gpio': name.slice(4) } : {};
  const anchor = isLeft(pin) ? 'end' : 'start';
  const look = wire ? { 'font-weight': 'bold', fill: '#111111' } : { fill: '#6b6b6b', 'font-size': 12 };
  return element(
    'g', { ...(wire && { 'data-pin': pin }), ...gpio },
    // Pin 1 is square on the board, too.
    element('rect', {
      x: x - PIN_SIZE / 2, y: y - PIN_SIZE / 2, width: PIN_SIZE, height: PIN_SIZE, rx: pin === 1 ? 1 : PIN_SIZE / 2,
      fill: wire?.colour ?? '#ffffff', stroke: '#333333', 'stroke-width': wire ? 2 : 1,
    }),
    label(x + side * 14, y + 5, isLeft(pin) ? `${name} · ${pin}` : `${pin} · ${name}`, { 'text-anchor': anchor, ...look }),
  );
}

/** The header from above, with its USB sockets downwards; the pins that are used carry the colour of their wire. */
export function board(wires: readonly Wire[]): string {
  const pins = Array.from({ length: PIN_COUNT }, (_, index) => index + 1);
  const top = FIRST_Y - 40;
  const height = PITCH * (PIN_COUNT / 2) + 52;
  return element(
    'g', {},
    element('rect', { x: CENTRE_X - HALF_WIDTH, y: top, width: 2 * HALF_WIDTH, height, rx: 10, fill: '#eaf4ea', stroke: '#5b8c5a', 'stroke-width': 2 }),
    label(CENTRE_X, top + 19, 'Raspberry Pi', { 'text-anchor': 'middle', 'font-weight': 'bold' }),
    ...pins.map((pin) => pinShape(pin, wires.find((wire) => wire.pin === pin))),
    label(CENTRE_X, top + height - 10, 'towards the USB sockets ↓', { 'text-anchor': 'middle', 'font-size': 12 }),
  );
}
