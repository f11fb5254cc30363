import assert from 'node:assert/strict';

import { faultsOf, poolRun } from '../../trials/pool/pool-run';
import { needsProgram } from '../support/programs';

describe('A pool whose workers die and freeze, and whose broker restarts', function () {
  this.timeout(300_000);
  before(function () {
    needsProgram(this, 'mosquitto');
  });

  it('answers every utterance once, with the points that it has without a pool', async () => {
    const plan = { workers: 3, askers: 6, utterances: 60, variants: 6, troubles: { quietMs: 2_500, frozenMs: 9_000 }, load: 0.5, isHeard: false, atOnce: 1, seed: 1 };
    const figures = await poolRun(plan);
    assert.deepEqual(faultsOf(figures, plan), [], JSON.stringify(figures));
  });
});
