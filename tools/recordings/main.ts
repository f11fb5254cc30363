// Makes the bundled recordings: `node tools/run.mjs tools/recordings [--speech DIR] [--out DIR]`. Those of people are cut from
// the folder of recordings, those of synthetic voices are spoken by the espeak-ng program. NOTICE names the sources.
import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAudio } from '../../engine/offline/read-audio';
import { resample } from '../../pipeline/resample';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { clip, SAMPLE_RATE } from './clip';
import { PEOPLE } from './people';
import { roomNoise } from './room';
import { mispronounced } from './synthetic';

const ROOT = join(__dirname, '..', '..');
/** All recordings together stay small enough for a package. */
const MAX_BYTES = 400_000;
/** Room noise has nothing to hear above 4 kHz. */
const SILENCE = { seconds: 0.6, sampleRate: 8000, rms: 10 ** (-48 / 20) } as const;

const { values } = parseArgs({
  options: {
    speech: { type: 'string', default: join(ROOT, '..', 'shared', 'speech') },
    out: { type: 'string', default: join(ROOT, 'practice', 'recordings') },
  },
});

let total = 0;

function save(name: string, source: string, samples: Float32Array, sampleRate = SAMPLE_RATE): void {
  const { wav, saturatedShare } = encodeWav({ samples, sampleRate });
  assert.equal(saturatedShare, 0, `${name} is too loud`);
  writeFileSync(join(values.out, `${name}.wav`), wav);
  total += wav.length;
  console.log(`${name}.wav\t${(samples.length / sampleRate).toFixed(2)} s\t${wav.length} bytes\t${source}`);
}

async function main(): Promise<void> {
  mkdirSync(values.out, { recursive: true });
  for (const [i, { name, source }] of PEOPLE.entries()) {
    const { samples, sampleRate } = decodeWav(await readAudio(join(values.speech, source)));
    save(name, source, clip(resample(samples, sampleRate, SAMPLE_RATE), i + 1));
  }
  save('ko-mispronounced', 'espeak-ng', mispronounced(PEOPLE.length + 1));
  const { seconds, sampleRate, rms } = SILENCE;
  save('silence', 'noise', roomNoise(seconds * sampleRate, sampleRate, rms, PEOPLE.length + 2), sampleRate);
  console.log(`${total} bytes`);
  assert.ok(total < MAX_BYTES, `more than ${MAX_BYTES} bytes`);
}

void main();
