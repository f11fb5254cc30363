import { pick, type Random } from '../../base/random';

/** A whole number from `least` to `most`. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** Bytes that mean something to many formats. */
const SPECIAL_BYTES = [0, 1, 0x7f, 0x80, 0xff] as const;

type Damage = (bytes: Buffer, random: Random) => Buffer;

const place = (bytes: Buffer, random: Random): number => between(random, 0, Math.max(0, bytes.length - 1));

const flipped: Damage = (bytes, random) => {
  const copy = Buffer.from(bytes);
  const count = between(random, 1, 8);
  for (let i = 0; i < count && copy.length > 0; i++) {
    const at = place(copy, random);
    copy[at] = (copy[at] ?? 0) ^ (1 << between(random, 0, 7));
  }
  return copy;
};

const overwritten: Damage = (bytes, random) => {
  const copy = Buffer.from(bytes);
  const at = place(copy, random);
  copy.fill(pick(SPECIAL_BYTES, random), at, Math.min(copy.length, at + between(random, 1, 16)));
  return copy;
};

const cutShort: Damage = (bytes, random) => bytes.subarray(0, place(bytes, random));

const withoutAPart: Damage = (bytes, random) => {
  const at = place(bytes, random);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + between(random, 1, 64))]);
};

const withMore: Damage = (bytes, random) => {
  const at = place(bytes, random);
  const more = Buffer.from(Array.from({ length: between(random, 1, 64) }, () => between(random, 0, 255)));
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
};

const withAPartTwice: Damage = (bytes, random) => {
  const from = place(bytes, random);
  const part = bytes.subarray(from, from + between(random, 1, 256));
  const at = place(bytes, random);
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
};

/** What can happen to the bytes of any file. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  flipped, overwritten, 'cut short': cutShort, 'without a part': withoutAPart, 'with more': withMore, 'a part twice': withAPartTwice,
};

/** Damages bytes in one way. @returns the bytes and the name of the damage */
export function damaged(bytes: Buffer, random: Random): { readonly bytes: Buffer; readonly how: string } {
  const [how, damage] = pick(Object.entries(DAMAGES), random);
  return { bytes: damage(bytes, random), how };
}
