import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acquireEngine, type Engine } from '../../engine/engine';
import { findModel } from '../../models/store';
import { packageRoot } from '../../base/package-root';
import { encodeWav } from '../../pipeline/wav';
import { negatives, SAMPLE_RATE } from '../../training/report/negatives';

/** What a monotonous speaker could be to a verdict by the signal. */
const MUSIC = ['tune', 'whistle', 'sweep', 'chords'];

const recording = (name: string): Buffer => readFileSync(join(packageRoot(), 'practice', 'recordings', `${name}.wav`));

describe('the default model', function () {
  this.timeout(30_000);
  let engine: Engine;
  before(() => {
    engine = acquireEngine();
  });
  after(() => engine.release());

  /** Against one reference, with nothing known of the signal: as in a flow of mel and score alone. */
  async function verdicts(wavs: readonly Uint8Array[]): Promise<string[]> {
    const { features } = (await findModel('default', [])).manifest;
    const melOf = async (wav: Uint8Array) => (await engine.run({ kind: 'mel', wav, features })).mel;
    const reference = await melOf(recording('ko-correct'));
    const found: string[] = [];
    for (const wav of wavs) {
      const job = { kind: 'score', model: 'default', modelFolders: [], learner: await melOf(wav), reference, facts: {} } as const;
      found.push((await engine.run(job)).verdict);
    }
    return found;
  }

  it('hears that nobody speaks in music', async () => {
    const music = negatives(2).filter(({ kind }) => MUSIC.includes(kind));
    assert.equal(music.length, 2 * MUSIC.length);
    const found = await verdicts(music.map(({ samples }) => encodeWav({ samples, sampleRate: SAMPLE_RATE }).wav));
    assert.deepEqual(found, found.map(() => 'no-speech'));
  });

  it('hears that somebody speaks, right or wrong', async () => {
    const said = ['ko-correct', 'ko-mispronounced', 'ko-another-sentence', 'en-correct', 'en-mispronounced'];
    const found = await verdicts(said.map(recording));
    assert.ok(!found.includes('no-speech'), found.join());
  });
});
