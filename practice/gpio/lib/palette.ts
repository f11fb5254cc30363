import { GPIO, type Part } from '../hardware/pins';
import { nameOf } from '../hardware/table';
import type { Flow, Placed } from '../../flow/flow';

export const PALETTE = 'node-red-node-pi-gpio';

/** Long enough for a cheap button, short enough for an impatient finger. */
const DEBOUNCE_MS = 50;

/** A button from a pin to ground. The pin's own resistor pulls it up, so pressed is 0. */
export function buttonInput(flow: Flow, key: Part, placed: Placed): string {
  return flow.add(key, 'rpi-gpio in', { name: nameOf(key), pin: String(GPIO[key]), intype: 'up', debounce: String(DEBOUNCE_MS), ...placed });
}

/** An LED, off from the deploy on: without an initial level the palette switches it on. */
export function ledOutput(flow: Flow, key: Part, placed: Placed): string {
  return flow.add(key, 'rpi-gpio out', { name: nameOf(key), pin: String(GPIO[key]), set: true, level: '0', ...placed });
}

/** Pulses; the payload is the share of the time that the pin is on, percent. */
export function pulseOutput(flow: Flow, key: Part, hz: number, placed: Placed): string {
  return flow.add(key, 'rpi-gpio out', { name: nameOf(key), pin: String(GPIO[key]), out: 'pwm', freq: String(hz), ...placed });
}
