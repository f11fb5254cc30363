import { seededRandom } from '../../../base/random';
import { gaussian, octaves, sine, sound } from './signal';

/** One to four clicks of a single sample. */
export function clicks(seconds: number, seed: number): Float32Array {
  const samples = sound(seconds, () => 0);
  const random = seededRandom(seed);
  for (let i = 0; i <= seed % 4; i += 1) samples[Math.floor(random() * samples.length)] = 1;
  return samples;
}

/** Single samples, 4 to 200 times a second. */
export function impulseTrain(seconds: number, seed: number): Float32Array {
  const period = Math.round(16000 / octaves(seededRandom(seed), 4, 200));
  return sound(seconds, () => 0).map((_, i) => (i % period === 0 ? 1 : 0));
}

/** A metronome: short beeps, 80 to 200 a minute, every fourth one higher. */
export function metronome(seconds: number, seed: number): Float32Array {
  const perSecond = octaves(seededRandom(seed), 80, 200) / 60;
  return sound(seconds, (time) => {
    const beat = Math.floor(time * perSecond);
    const since = time - beat / perSecond;
    return since < 0.03 ? sine(beat % 4 === 0 ? 1500 : 1000, time) * Math.exp(-since / 0.01) : 0;
  });
}

/** Knocks, steps, claps, typing: bursts of noise that die in 10 to 60 ms, two to seven a second, unevenly. */
export function knocks(seconds: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const perSecond = octaves(random, 2, 7);
  const decay = octaves(random, 0.01, 0.06);
  const noise = gaussian(seed);
  const starts = Array.from({ length: Math.ceil(seconds * perSecond) }, (_, i) => (i + 0.5 * random()) / perSecond);
  const gains = starts.map(() => 0.3 + 0.7 * random());
  return sound(seconds, (time) => {
    let last = -1;
    while ((starts[last + 1] ?? Infinity) <= time) last += 1;
    return last < 0 ? 0 : (gains[last] ?? 1) * noise() * Math.exp(-(time - (starts[last] ?? 0)) / decay);
  });
}
