import assert from 'node:assert/strict';
import { createSupervisor, type Supervisor } from '../../engine/supervisor';
import { LONG_SECONDS, scoreJob } from './mels';
import { needsNative } from './needs-native';
import { rejection } from './waiting';
import { watchEngines, type EngineWatch } from './watch-engines';

const OWNER = Symbol('test');

describe('an engine whose native code dies', function () {
  this.timeout(60_000);
  let supervisor: Supervisor;
  let watch: EngineWatch;

  before(function () {
    needsNative(this);
  });
  beforeEach(() => {
    watch = watchEngines();
    supervisor = createSupervisor();
  });
  afterEach(async () => {
    watch.stop();
    await supervisor.stop();
  });

  for (const signal of ['SIGILL', 'SIGSEGV'] as const) {
    it(`uses WebAssembly from the next job on after ${signal}, and says why`, async () => {
      assert.equal((await supervisor.run(scoreJob(1), OWNER)).backend, 'native');
      const running = supervisor.run(scoreJob(2, LONG_SECONDS), OWNER);
      const next = supervisor.run(scoreJob(3), OWNER);
      process.kill(await watch.atWork(), signal);
      assert.equal((await rejection(running, 'PRON_ENGINE_DIED')).details['reason'], signal);
      const result = await next;
      assert.equal(result.backend, 'wasm');
      assert.match(result.backendReason ?? '', new RegExp(signal));
      await supervisor.stop();
      assert.equal((await supervisor.run(scoreJob(4), OWNER)).backend, 'wasm', 'remembered over a stop');
    });
  }

  it('stays native after a death that native code is not to blame for', async () => {
    await supervisor.run(scoreJob(1), OWNER);
    const running = supervisor.run(scoreJob(2, LONG_SECONDS), OWNER);
    process.kill(await watch.atWork(), 'SIGKILL');
    await rejection(running, 'PRON_ENGINE_DIED');
    const result = await supervisor.run(scoreJob(3), OWNER);
    assert.equal(result.backend, 'native');
    assert.equal(result.backendReason, undefined);
  });
});
