import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { poolReference, type Utterance } from '../../nodes/pool/utterance';

const FILES = [
  ['ko-correct', 'ko-mispronounced', 'ko', '기차도 전기도 없었다'],
  ['ko-correct', 'ko-another-sentence', 'ko', '기차도 전기도 없었다'],
  ['en-native', 'en-correct', 'en', undefined],
  ['en-native', 'en-mispronounced', 'en', undefined],
] as const;
/** Each variant is this much shorter than the one before, s: no two have the same points. */
const STEP_SECONDS = 0.013;

/** Different utterances. Every fourth one has a text, so that the ear hears it; all of them if `isHeard`. */
export function variants(count: number, isHeard = false): Utterance[] {
  const read = (name: string): Buffer => readFileSync(join(packageRoot(), 'practice/recordings', `${name}.wav`));
  return Array.from({ length: count }, (_, i) => {
    const [reference, learner, language, sentence] = FILES[(isHeard ? i % 2 : i % 4) as 0];
    const { samples, sampleRate } = decodeWav(read(learner));
    const cut = Math.round(STEP_SECONDS * i * sampleRate);
    const text = isHeard || i % 4 === 0 ? sentence : undefined;
    return {
      wav: encodeWav({ samples: samples.slice(cut), sampleRate }).wav,
      references: [poolReference(read(reference), { words: [] })],
      request: { text, language, facts: {}, pairPicture: false },
    };
  });
}

/** The same text for the same values, in whatever order their names are. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}

/** What must be equal wherever an utterance is scored. */
export function lasting({ details, heard, prosody }: { readonly details: object; readonly heard?: object | undefined; readonly prosody?: object | undefined }): string {
  return sorted({ details: { ...details, ms: 0, referenceCached: null }, heard: heard === undefined ? null : { ...heard, ms: 0 }, prosody: prosody ?? null });
}
