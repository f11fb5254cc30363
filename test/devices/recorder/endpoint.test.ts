import assert from 'node:assert/strict';
import { DEFAULT_ENDPOINT, type EndpointOptions } from '../../../devices/recorder/endpoint';
import { createTake, type Take } from '../../../devices/recorder/take';

const RATE = 16000;

/** A recording that only the end of speech ends. */
function takeWith(endpoint: EndpointOptions): Take {
  return createTake(RATE, { maxMs: 3_600_000, endpoint });
}

/** Noise of a level (dBFS, RMS), the same each time. */
function noise(ms: number, levelDb: number, seed = 1): Int16Array {
  let state = seed;
  const amplitude = 32768 * 10 ** (levelDb / 20) * Math.sqrt(3);
  return Int16Array.from({ length: (RATE * ms) / 1000 }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return Math.round(amplitude * ((state / 2 ** 31) * 2 - 1));
  });
}

/** Milliseconds that were listened to until the endpoint was found, in blocks of 10 ms; null if it was not. */
function endOf(...parts: readonly Int16Array[]): number | null {
  const take = takeWith({ ...DEFAULT_ENDPOINT, silenceMs: 800 });
  const all = Int16Array.from(parts.flatMap((part) => [...part]));
  const bytes = Buffer.from(all.buffer);
  for (let at = 0; at < bytes.length; at += 320) {
    if (take.push(bytes.subarray(at, at + 320)) === 'silence') return (at + 320) / 32;
  }
  return null;
}

function assertNear(value: number | null, expected: number, tolerance: number): void {
  assert.ok(value !== null && Math.abs(value - expected) <= tolerance, `${value} instead of ${expected}`);
}

describe('The end of speech in a recording', () => {
  it('finds the end of speech after a lead-in', () => {
    assertNear(endOf(noise(500, -60), noise(1500, -25), noise(3000, -60)), 2000 + 800, 100);
  });

  it('finds it too where the speaker starts at once', () => {
    assertNear(endOf(noise(1500, -25), noise(3000, -60)), 1500 + 800, 100);
  });

  it('finds it in a noisy room', () => {
    assertNear(endOf(noise(500, -42), noise(1500, -22), noise(3000, -42)), 2000 + 800, 120);
  });

  it('does not take a pause within the sentence for its end', () => {
    assertNear(endOf(noise(300, -60), noise(700, -25), noise(500, -60), noise(700, -25), noise(3000, -60)), 3000, 100);
  });

  it('waits on through silence without speech', () => {
    assert.equal(endOf(noise(5000, -70)), null);
    assert.equal(endOf(new Int16Array(RATE * 5)), null);
  });

  it('waits on through steady noise', () => {
    assert.equal(endOf(noise(5000, -20)), null);
  });

  it('waits on after a click, which is no speech', () => {
    assert.equal(endOf(noise(1000, -60), noise(60, -10), noise(4000, -60)), null);
  });

  it('is not misled by a device that starts with digital silence', () => {
    assertNear(endOf(new Int16Array(1600), noise(700, -50), noise(1500, -25), noise(3000, -50)), 2300 + 800, 150);
  });

  it('knows whether anybody has spoken so far', () => {
    for (const [parts, isSpoken] of [
      [[noise(4000, -60)], false], [[noise(1000, -60), noise(60, -10), noise(1000, -60)], false], [[noise(500, -60), noise(300, -25)], true],
    ] as const) {
      const take = takeWith(DEFAULT_ENDPOINT);
      for (const part of parts) take.push(Buffer.from(part.buffer));
      assert.equal(take.hasSpeech(), isSpoken, `${parts.length} parts`);
    }
    const withoutEndpoint = createTake(RATE, { maxMs: 1000 });
    withoutEndpoint.push(Buffer.from(noise(500, -25).buffer));
    assert.equal(withoutEndpoint.hasSpeech(), false);
  });

  it('is found alike however the samples are cut', () => {
    const all = Int16Array.from([...noise(500, -60), ...noise(1000, -25), ...noise(2000, -60)]);
    const take = takeWith(DEFAULT_ENDPOINT);
    const bytes = Buffer.from(all.buffer);
    let found: number | null = null;
    for (let at = 0; at < bytes.length && found === null; at += 334) {
      if (take.push(bytes.subarray(at, at + 334)) === 'silence') found = (at + 334) / 32;
    }
    assertNear(found, 2500, 100);
  });

  it('costs no more after ten minutes than at the start', () => {
    const take = takeWith({ ...DEFAULT_ENDPOINT, minSpeechMs: 1000 });
    take.push(Buffer.from(noise(500, -25).buffer));
    const second = Buffer.from(noise(1000, -60).buffer);
    // The quicker half of the seconds, as others use this processor too.
    const minute = (): number => {
      const times = Array.from({ length: 60 }, () => {
        const before = process.cpuUsage();
        take.push(second);
        const { user, system } = process.cpuUsage(before);
        return user + system;
      });
      return times.sort((a, b) => a - b).slice(0, 30).reduce((sum, time) => sum + time, 0);
    };
    minute(); // lets the compiler do its work
    const first = minute();
    for (let i = 0; i < 8; i++) minute();
    const last = minute();
    assert.ok(last < 3 * first, `${last} and ${first} microseconds`);
  });
});
