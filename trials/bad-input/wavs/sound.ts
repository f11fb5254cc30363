import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { syllables } from '../../bench/speech-like';
import { pick, type Random } from '../../../base/random';
import { packageRoot } from '../../../base/package-root';
import { decodeWav } from '../../../pipeline/wav';
import { between } from '../bytes';

export interface Sound {
  readonly name: string;
  readonly samples: Float32Array;
}

const RECORDINGS = ['ko-correct', 'en-correct', 'silence', 'en-mispronounced'];
/** Sounds are short, because there are thousands of them. */
const MAX_SAMPLES = 12_000;

const read = new Map<string, Float32Array>();

function recording(name: string): Float32Array {
  let samples = read.get(name);
  if (samples === undefined) {
    samples = decodeWav(readFileSync(join(packageRoot(), 'practice', 'recordings', `${name}.wav`))).samples;
    read.set(name, samples);
  }
  return samples;
}

const SOUNDS: Readonly<Record<string, (random: Random, length: number, sampleRate: number) => Float32Array>> = {
  silence: (_random, length) => new Float32Array(length),
  noise: (random, length) => Float32Array.from({ length }, () => random() - 0.5),
  'full scale': (random, length) => Float32Array.from({ length }, (_, i) => (i % between(random, 40, 60) < 25 ? 1 : -1)),
  tone: (_random, length, sampleRate) => Float32Array.from({ length }, (_, i) => 0.5 * Math.sin((2800 * i) / sampleRate)),
  'one click': (_random, length) => Float32Array.from({ length }, (_, i) => (i === length >> 1 ? 1 : 0)),
  syllables: (random, length, sampleRate) => syllables(length / sampleRate, between(random, 1, 9), sampleRate),
};

/** A sound of up to 12,000 samples: half of them are cut from a bundled recording, the others are synthetic. */
export function soundOf(random: Random, sampleRate: number): Sound {
  const length = random() < 0.1 ? between(random, 0, 40) : between(random, 500, MAX_SAMPLES);
  if (random() < 0.5) {
    const name = pick(RECORDINGS, random);
    const samples = recording(name);
    const start = between(random, 0, Math.max(0, samples.length - length));
    return { name, samples: samples.slice(start, start + length) };
  }
  const [name, make] = pick(Object.entries(SOUNDS), random);
  return { name, samples: make(random, length, sampleRate) };
}
