import assert from 'node:assert/strict';
import { faultsOf } from '../../trials/kills/faults';
import { killRun } from '../../trials/kills/kill-run';
import { needsProgram, skipFor } from '../support/programs';

describe('Jobs of a real Node-RED whose engine is ended 10 times', function () {
  this.timeout(180_000);

  it('end once each, with a result or with one error, and Node-RED stays', async function () {
    if (process.platform !== 'linux') skipFor(this, 'needs Linux');
    needsProgram(this, 'prlimit');
    const plan = { jobs: 30, kills: 10, seed: 3 };
    const figures = await killRun(plan);
    assert.deepEqual(faultsOf(figures, plan), [], JSON.stringify(figures));
  });
});
