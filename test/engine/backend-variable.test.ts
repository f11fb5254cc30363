import assert from 'node:assert/strict';
import { BACKEND_VARIABLE } from '../../engine/backend-choice';
import { createSupervisor } from '../../engine/supervisor';
import { scoreJob } from './mels';
import { needsNative } from './needs-native';

describe(`the variable ${BACKEND_VARIABLE}`, function () {
  this.timeout(30_000);
  const before = process.env[BACKEND_VARIABLE];
  afterEach(() => {
    if (before === undefined) delete process.env[BACKEND_VARIABLE];
    else process.env[BACKEND_VARIABLE] = before;
  });

  it('forces a backend, and both give the same score', async function () {
    needsNative(this);
    const distances: number[] = [];
    for (const backend of ['native', 'wasm'] as const) {
      process.env[BACKEND_VARIABLE] = backend;
      const supervisor = createSupervisor();
      const result = await supervisor.run(scoreJob(1), Symbol('test'));
      await supervisor.stop();
      assert.equal(result.backend, backend);
      distances.push(result.distance ?? NaN);
    }
    const [native, wasm] = distances;
    assert.ok(Math.abs((native ?? NaN) - (wasm ?? NaN)) < 1e-4);
  });
});
