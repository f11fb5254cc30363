/**
 * From like the reference (green) over yellow and orange to unlike it (red). The hues are those of a traffic light,
 * which everybody reads; red and green alone would look the same to one man in twelve, so the lightness falls all the
 * way (CIE L* 87, 77, 65, 39), as in the sequential maps of ColorBrewer (Harrower and Brewer, 2003). Chosen here: no
 * published map has both.
 */
const STOPS: readonly (readonly [number, number, number])[] = [
  [0xa6, 0xec, 0x94],
  [0xe6, 0xb9, 0x34],
  [0xef, 0x7f, 0x35],
  [0xb5, 0x14, 0x2b],
];

/** Red, green and blue, 0 to 255, of `share` from 0 (alike) to 1 (unlike); linear between the stops. */
export function rampColour(share: number): readonly [number, number, number] {
  const place = Math.min(1, Math.max(0, share)) * (STOPS.length - 1);
  const below = Math.min(STOPS.length - 2, Math.floor(place));
  const [from, to] = [STOPS[below], STOPS[below + 1]];
  if (from === undefined || to === undefined) throw new RangeError(`no colour for ${share}`);
  const mix = (channel: 0 | 1 | 2): number => Math.round(from[channel] + (place - below) * (to[channel] - from[channel]));
  return [mix(0), mix(1), mix(2)];
}
