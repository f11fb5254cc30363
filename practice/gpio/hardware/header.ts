/** The Pi's 40-pin header, the same on every model since the B+. A number is a GPIO's (BCM); pin 1 comes first. */
const HEADER: readonly (number | '3.3 V' | '5 V' | 'GND')[] = [
  '3.3 V', '5 V', 2, '5 V', 3, 'GND', 4, 14, 'GND', 15,
  17, 18, 27, 'GND', 22, 23, '3.3 V', 24, 10, 'GND',
  9, 25, 11, 8, 'GND', 7, 0, 1, 5, 'GND',
  6, 12, 13, 'GND', 19, 16, 26, 20, 'GND', 21,
];

export const PIN_COUNT = HEADER.length;

/** What is printed beside a pin of the header, by the pin's own number from 1 on. */
export function labelOf(pin: number): string {
  const found = HEADER[pin - 1];
  if (found === undefined) throw new Error(`The header has no pin ${pin}.`);
  return typeof found === 'number' ? `GPIO${found}` : found;
}

/** Where on the header a GPIO is. */
export function pinOf(gpio: number): number {
  const index = HEADER.indexOf(gpio);
  if (index < 0) throw new Error(`The header has no GPIO${gpio}.`);
  return index + 1;
}
