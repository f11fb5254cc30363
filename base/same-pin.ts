import * as crypto from 'node:crypto';

/**
 * Whether a message has given the right PIN. The time that it takes tells nothing of the PIN, neither its letters nor how many it has.
 * @param given from a message: anything; a number counts as its digits
 * @param pin the right one; an empty one is never the same
 */
export function samePin(given: unknown, pin: string): boolean {
  const isText = typeof given === 'string' || typeof given === 'number';
  const key = crypto.randomBytes(32);
  const digest = (text: string): Uint8Array => crypto.createHmac('sha256', key).update(text).digest();
  return crypto.timingSafeEqual(digest(isText ? String(given) : ''), digest(pin)) && isText && pin !== '';
}
