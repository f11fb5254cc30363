import { pick, type Random } from '../../base/random';
import { between } from './bytes';
import { oddJson } from './odd-value';

type Holder = Record<string | number, unknown>;

interface Place {
  readonly holder: Holder;
  readonly key: string | number;
  readonly path: string;
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function placesIn(value: unknown, path = ''): Place[] {
  if (!isHolder(value)) return [];
  return Object.keys(value).flatMap((key) => {
    const place = { holder: value, key, path: `${path}.${key}` };
    return [place, ...placesIn(value[key], place.path)];
  });
}

/** A number near to `value`, or far from it. */
function otherNumber(value: number, random: Random): number {
  return pick([0, -value, value + 1, value / 2, value * 2, value * 1000, value + 0.5, 1, 2, 3, 7, 1e4, 65536, 2 ** 31, 1e15, 1e300], random);
}

/**
 * A copy of `value`, which JSON can hold, with one to three of its values changed, removed or moved.
 * @param among only values below these keys
 */
export function oddlyChanged<T>(value: T, random: Random, among: (path: string) => boolean = () => true): { readonly value: T; readonly how: string } {
  const copy = structuredClone(value);
  const done: string[] = [];
  const count = pick([1, 1, 1, 2, 3], random);
  for (let i = 0; i < count; i++) {
    const places = placesIn(copy).filter(({ path }) => among(path));
    if (places.length === 0) break;
    const { holder, key, path } = pick(places, random);
    const old = holder[key];
    const kind = random();
    if (kind < 0.1) {
      // Reflect deletes from both: an array gets a hole, an object loses the key.
      Reflect.deleteProperty(holder, key);
      done.push(`${path} gone`);
    } else if (typeof old === 'number' && kind < 0.7) {
      holder[key] = otherNumber(old, random);
      done.push(`${path} ${String(holder[key])}`);
    } else if (kind < 0.8) {
      const other = pick(places, random);
      holder[key] = structuredClone(other.holder[other.key]);
      done.push(`${path} as ${other.path}`);
    } else {
      Object.defineProperty(holder, key, { value: oddJson(random), writable: true, enumerable: true, configurable: true });
      done.push(`${path} odd`);
    }
  }
  return { value: copy, how: done.join(', ') };
}

/** The text of a JSON file. One in ten has damaged characters. */
export function oddText(value: unknown, random: Random): string {
  const text = JSON.stringify(value);
  if (random() > 0.1) return text;
  const at = between(random, 0, text.length);
  return pick([() => text.slice(0, at), () => `${text.slice(0, at)}}${text.slice(at)}`, () => `\uFEFF${text}`, () => '', () => text.slice(at)], random)();
}
