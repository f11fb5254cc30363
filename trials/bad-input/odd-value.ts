import { pick, type Random } from '../../base/random';
import { between } from './bytes';

class WithSecrets {
  readonly #secret = 1;
  get payload(): number {
    return this.#secret;
  }
}

function cyclic(): object {
  const value: Record<string, unknown> = { name: 'cyclic', list: [] };
  value['itself'] = value;
  (value['list'] as unknown[]).push(value);
  return value;
}

/** Near the depth at which a recursive copy overflows the stack. */
function nested(depth: number): object {
  let value: object = {};
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? { inner: value } : [value];
  return value;
}

const NUMBERS = [NaN, Infinity, -Infinity, -0, 0, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, 1e21];

const STRINGS = [
  '', ' ', '\0', 'NaN', 'Infinity', '1e999', '__proto__', 'constructor', 'toString', '../../etc/passwd', '/dev/null', '/proc/self/mem', '$(id)',
  '`id`', '; rm -rf /', '%s%n', '{payload}', '${HOME}', '<speak>x</speak>', '&lt;', '[[h@l@U]]', '\u202e\u200f', '\ud800', '👩‍👩‍👧', '안녕', 'null',
  'undefined', 'true', '-', 'default', 'plughw:0,0', 'a'.repeat(2001), 'x'.repeat(1_000_000), 'RIFF\0\0\0\0WAVEfmt ',
];

const OBJECTS: readonly (() => unknown)[] = [
  () => [], () => [[]], () => new Array<unknown>(1e5), () => [null, undefined, NaN], () => ({}), () => Object.create(null) as unknown,
  () => cyclic(), () => nested(50), () => nested(20_000), () => ({ toString: null, valueOf: null }), () => ({ hasOwnProperty: 1 }),
  () => ({ length: 1e9 }), () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as unknown,
  () => ({ get payload() { return 1; } }), () => new WithSecrets(), () => Object.freeze({ role: 'learner' }),
  () => new Proxy({}, {}), () => new Map([['a', 1]]), () => new Set([1]), () => new Date(NaN), () => /a/g, () => new Error('bad'),
  () => Promise.resolve(1), () => Symbol('bad'), () => 10n ** 30n, () => () => 1, () => WithSecrets, () => new WeakMap(),
];

const BYTES: readonly ((random: Random) => unknown)[] = [
  () => Buffer.alloc(0), (random) => Buffer.from(Array.from({ length: 200 }, () => between(random, 0, 255))), () => new ArrayBuffer(44),
  () => new Uint8Array(new SharedArrayBuffer(100)), () => new DataView(new ArrayBuffer(8)), () => new Uint8ClampedArray(44),
  () => new Float64Array(10).fill(NaN), () => new Float32Array(10), () => new Int16Array(44), () => new BigInt64Array(4),
  () => ({ type: 'Buffer', data: [82, 73, 70, 70] }),
];

/** A value of any type, in place of the right one. */
export function oddValue(random: Random): unknown {
  const kind = random();
  if (kind < 0.2) return pick(NUMBERS, random);
  if (kind < 0.4) return pick(STRINGS, random);
  if (kind < 0.5) return pick([{ is: null }, { is: undefined }, { is: true }, { is: false }], random).is;
  if (kind < 0.85) return pick(OBJECTS, random)();
  return pick(BYTES, random)(random);
}

/** The same, but only values that JSON can hold, for files. */
export function oddJson(random: Random): unknown {
  const kind = random();
  if (kind < 0.4) return pick(NUMBERS.filter(Number.isFinite), random);
  if (kind < 0.7) return pick(STRINGS.filter((text) => text.length < 3000), random);
  return pick([
    null, true, false, [], {}, [[]], [null], [1, 'a'], { toString: null, valueOf: null }, { length: 1e9 }, { hasOwnProperty: 1 }, nested(50),
    JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
  ], random);
}

/** Whether Object.prototype was changed. */
export function isPolluted(): boolean {
  return 'polluted' in {};
}
