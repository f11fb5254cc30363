import { seededRandom } from '../../../base/random';
import { gaussian, octaves, sine, sound } from './signal';

export const white = (seconds: number, seed: number): Float32Array => {
  const noise = gaussian(seed);
  return sound(seconds, noise);
};

/** Power falls by 3 dB an octave: Paul Kellet's filter, as musicdsp.org has it ("economy"). */
export function pink(seconds: number, seed: number): Float32Array {
  const noise = gaussian(seed);
  let [a, b, c] = [0, 0, 0];
  return sound(seconds, () => {
    const value = noise();
    a = 0.99765 * a + value * 0.099046;
    b = 0.963 * b + value * 0.2965164;
    c = 0.57 * c + value * 1.0526913;
    return a + b + c + value * 0.1848;
  });
}

/** Power falls by 6 dB an octave: a running sum of white noise, with a leak below 20 Hz. */
export function brown(seconds: number, seed: number): Float32Array {
  const noise = gaussian(seed);
  let level = 0;
  return sound(seconds, () => (level = 0.992 * level + noise()));
}

/** An engine: pink noise that pulses 12 to 40 times a second. */
export function engine(seconds: number, seed: number): Float32Array {
  const beats = octaves(seededRandom(seed), 12, 40);
  const noise = pink(seconds, seed + 1);
  return sound(seconds, (time) => (1 + 0.9 * sine(beats, time)) * (noise[Math.round(time * 16000)] ?? 0));
}

/** Waves and gusts: noise that gets louder once in one to three seconds. */
export function gusts(seconds: number, seed: number): Float32Array {
  const hz = octaves(seededRandom(seed), 0.3, 1);
  const noise = pink(seconds, seed + 1);
  return sound(seconds, (time) => (0.55 - 0.45 * Math.cos(2 * Math.PI * hz * time)) * (noise[Math.round(time * 16000)] ?? 0));
}

/** Sawing, brushing, panting: noise that comes and goes two to six times a second, as syllables do. */
export function brushing(seconds: number, seed: number): Float32Array {
  const hz = octaves(seededRandom(seed), 2, 6);
  const noise = white(seconds, seed + 1);
  return sound(seconds, (time) => Math.max(0, sine(hz, time)) ** 2 * (noise[Math.round(time * 16000)] ?? 0));
}

/** Mains hum with its harmonics, the odd ones stronger. */
export function hum(seconds: number, seed: number): Float32Array {
  const hz = seed % 2 === 0 ? 50 : 60;
  const noise = gaussian(seed);
  return sound(seconds, (time) => {
    let sum = 0.003 * noise();
    for (let k = 1; k <= 12; k += 1) sum += (sine(hz * k, time) * (k % 2 === 1 ? 1 : 0.4)) / k;
    return sum;
  });
}
