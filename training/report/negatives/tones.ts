import { pick, seededRandom } from '../../../base/random';
import { octaves, sine, sound } from './signal';

const TONES_HZ = [100, 150, 250, 440, 700, 1000, 1700, 2500, 4000, 7000];

export const steadyTone = (seconds: number, seed: number): Float32Array => {
  const hz = TONES_HZ[seed % TONES_HZ.length] ?? 440;
  return sound(seconds, (time) => sine(hz, time));
};

/** Steady tones without a gap, whose pitch changes two to eight times a second. */
export function steppedTones(seconds: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const perSecond = octaves(random, 2, 8);
  const tones = Array.from({ length: Math.ceil(seconds * perSecond) + 1 }, () => octaves(random, 150, 3000));
  return sound(seconds, (time) => sine(tones[Math.floor(time * perSecond)] ?? 440, time));
}

/** A tone that glides from low to high or back, once or several times (a siren). */
export function sweep(seconds: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const turns = pick([0.5, 1, 2, 5], random) / seconds;
  const [low, high] = [octaves(random, 100, 400), octaves(random, 1500, 7000)];
  let phase = 0;
  return sound(seconds, (time) => {
    const place = 0.5 - 0.5 * Math.cos(2 * Math.PI * turns * time);
    phase += (2 * Math.PI * low * (high / low) ** place) / 16000;
    return Math.sin(phase);
  });
}

/** An alarm: a tone that is on and off, one to five times a second. */
export function beeps(seconds: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const hz = octaves(random, 400, 4000);
  const perSecond = octaves(random, 1, 5);
  return sound(seconds, (time) => ((time * perSecond) % 1 < 0.5 ? sine(hz, time) : 0));
}

/** Whistling: one gliding tone with vibrato and pauses. */
export function whistle(seconds: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const notes = Array.from({ length: Math.ceil(seconds * 3) + 2 }, () => octaves(random, 800, 2200));
  let phase = 0;
  return sound(seconds, (time) => {
    const place = time * 3;
    const [from, to] = [notes[Math.floor(place)] ?? 1000, notes[Math.floor(place) + 1] ?? 1000];
    const glide = Math.min(1, (place % 1) * 3);
    phase += (2 * Math.PI * from * (to / from) ** glide * (1 + 0.01 * sine(5.5, time))) / 16000;
    return Math.sin(phase) * Math.sin(Math.PI * (place % 1)) ** 0.5;
  });
}

const ROWS_HZ = [697, 770, 852, 941];
const COLUMNS_HZ = [1209, 1336, 1477];

/** Telephone keys (DTMF, ITU-T Q.23), 70 to 200 ms each, followed by a pause of the same length. */
export function dialling(seconds: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const keySeconds = 0.07 + 0.13 * random();
  const keys = Array.from({ length: Math.ceil(seconds / (2 * keySeconds)) }, () => [pick(ROWS_HZ, random), pick(COLUMNS_HZ, random)]);
  return sound(seconds, (time) => {
    const place = time / (2 * keySeconds);
    const [row, column] = keys[Math.floor(place)] ?? [];
    return place % 1 < 0.5 && row !== undefined && column !== undefined ? sine(row, time) + sine(column, time) : 0;
  });
}
