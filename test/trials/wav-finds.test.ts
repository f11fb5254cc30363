import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { seededRandom } from '../../base/random';
import { acquireEngine, type Engine } from '../../engine/engine';
import { tryWav } from '../../trials/bad-input/wavs/trial';
import { faultIn } from '../../trials/fuzz/verdict';
import { syntheticMel } from '../support/mels';

const FOLDER = join(__dirname, '..', 'fixtures', 'wav-finds');

describe('A WAV that once showed a fault', function () {
  this.timeout(30_000);
  let engine: Engine;
  before(() => {
    engine = acquireEngine();
  });
  after(() => engine.release());

  for (const name of readdirSync(FOLDER)) {
    const bytes = readFileSync(join(FOLDER, name));
    it(`is read, or refused in one sentence: ${name}`, () => {
      assert.equal(faultIn(bytes), undefined);
    });

    it(`goes through every job without a fault: ${name}`, async () => {
      // Several times, as the jobs' options are drawn.
      for (const seed of [1, 2, 3, 4, 5, 6]) {
        const { faults } = await tryWav(engine, bytes, syntheticMel({ seed: 1 }), seededRandom(seed));
        assert.deepEqual(faults, []);
      }
    });
  }
});
