import assert from 'node:assert/strict';
import type { ProcessListeners } from '../../engine/engine-process';
import type { Order } from '../../engine/protocol';
import type { PronError } from '../../base/errors';
import { createSupervisor } from '../../engine/supervisor';
import { rejection, sleep } from './waiting';

const OWNER = Symbol('test');
const JOB = { kind: 'models' } as const;

/** A process that does what the test says. */
function standIn(script: (order: Order, listeners: ProcessListeners) => void, becomesReady = true) {
  const seen = { starts: 0, held: 0, killed: 0 };
  const start = (_args: readonly string[], listeners: ProcessListeners) => {
    seen.starts++;
    if (becomesReady) setImmediate(() => listeners.onReport({ type: 'ready' }));
    return {
      pid: 1,
      send: (order: Order) => script(order, listeners),
      holdParent: (hold: boolean) => {
        seen.held = hold ? 1 : 0;
      },
      kill: () => {
        seen.killed++;
        return Promise.resolve();
      },
    };
  };
  return { seen, start };
}

describe('the supervisor', () => {
  it('starts a process that always dies once for each job and no more', async () => {
    const { seen, start } = standIn((_order, { onEnd }) => setImmediate(() => onEnd({ reason: 'exit code 1: no memory', byNativeFault: false })), false);
    const supervisor = createSupervisor({ start });
    const jobs = [1, 2, 3].map(() => rejection(supervisor.run(JOB, OWNER), 'PRON_ENGINE_DIED'));
    const errors = await Promise.all(jobs);
    assert.match(errors[0]?.message ?? '', /exit code 1: no memory/);
    await sleep(20);
    assert.equal(seen.starts, 3);
  });

  it('gives a job that a process did not take to a second one, and to no third', async () => {
    const deaths: number[] = [];
    const { seen, start } = standIn(({ id }, { onEnd }) => setImmediate(() => {
      deaths.push(id);
      onEnd({ reason: 'SIGKILL', byNativeFault: false });
    }));
    const supervisor = createSupervisor({ start });
    await rejection(supervisor.run(JOB, OWNER), 'PRON_ENGINE_DIED');
    assert.deepEqual([seen.starts, deaths], [2, [1, 2]]);
  });

  it('gives a job that a process has taken to no other', async () => {
    const { seen, start } = standIn(({ id }, { onReport, onEnd }) => setImmediate(() => {
      onReport({ type: 'accepted', id });
      onEnd({ reason: 'SIGKILL', byNativeFault: false });
    }));
    await rejection(createSupervisor({ start }).run(JOB, OWNER), 'PRON_ENGINE_DIED');
    assert.equal(seen.starts, 1);
  });

  it('gives a job its result and its typed arrays memory of their own', async () => {
    const message = new Uint8Array(1000).fill(7).buffer;
    const result = [{ wav: Buffer.from(message, 8, 16), data: new Float32Array(message, 64, 4), list: [new Uint8Array(message, 1, 3)] }];
    const { start } = standIn(({ id }, { onReport }) => setImmediate(() => onReport({ type: 'done', id, result })));
    const given = (await createSupervisor({ start }).run(JOB, OWNER)) as unknown as typeof result;
    assert.deepEqual(given, result);
    for (const view of [given[0]?.wav, given[0]?.data, given[0]?.list[0]]) {
      assert.ok(view !== undefined);
      assert.equal(view.buffer.byteLength, view.byteLength);
    }
    assert.ok(Buffer.isBuffer(given[0]?.wav));
  });

  it('does not take a late answer of a job that timed out for that of the next one', async () => {
    const orders: [Order, ProcessListeners][] = [];
    const { seen, start } = standIn((order, listeners) => orders.push([order, listeners]));
    const supervisor = createSupervisor({ start });
    await rejection(supervisor.run(JOB, OWNER, { timeoutMs: 5 }), 'PRON_TIMEOUT');
    assert.equal(seen.killed, 1);
    const next = supervisor.run(JOB, OWNER);
    await sleep(5);
    const [first, second] = orders;
    assert.ok(first !== undefined && second !== undefined);
    first[1].onReport({ type: 'done', id: first[0].id, result: ['late'] });
    first[1].onEnd({ reason: 'SIGKILL', byNativeFault: true });
    second[1].onReport({ type: 'done', id: second[0].id, result: ['right'] });
    assert.deepEqual(await next, ['right']);
  });

  describe('with many jobs at once', () => {
    /** Starts jobs by name while one runs, and gives the order in which they were done and who was refused. */
    async function orderOf(jobs: readonly (readonly [name: string, begun: boolean])[], limits: { maxWaiting?: number; maxBegun?: number } = {}) {
      const { start } = standIn(({ id, job }, { onReport }) => setImmediate(() => onReport({ type: 'done', id, result: [job] })));
      const supervisor = createSupervisor({ start, ...limits });
      const done: string[] = [];
      const refused: string[] = [];
      const run = (name: string, begun: boolean): Promise<void> =>
        supervisor.run({ ...JOB, modelFolders: [name] }, OWNER, { begun }).then(
          () => void done.push(name),
          (error: PronError) => void refused.push(`${name} ${error.code} ${JSON.stringify(error.details['waiting'])}`),
        );
      await Promise.all([run('first', false), ...jobs.map(([name, begun]) => run(name, begun))]);
      return { done, refused };
    }

    it('goes on with what has begun before it begins something else, either in its order', async () => {
      const { done } = await orderOf([['new 1', false], ['going on 1', true], ['new 2', false], ['going on 2', true]]);
      assert.deepEqual(done, ['first', 'going on 1', 'going on 2', 'new 1', 'new 2']);
    });

    it('refuses what would begin, and not what has begun, when as many wait as may begin', async () => {
      const { done, refused } = await orderOf([['new 1', false], ['new 2', false], ['going on', true]], { maxWaiting: 1 });
      assert.deepEqual(done, ['first', 'going on', 'new 1']);
      assert.deepEqual(refused, ['new 2 PRON_BUSY 1']);
    });

    it('has a limit for what has begun as well', async () => {
      const { refused } = await orderOf([['going on 1', true], ['going on 2', true], ['new', false]], { maxBegun: 1 });
      assert.deepEqual(refused, ['going on 2 PRON_BUSY 1']);
    });
  });

  it('holds the parent only while a job runs', async () => {
    const { seen, start } = standIn(({ id }, { onReport }) => setImmediate(() => {
      assert.equal(seen.held, 1);
      onReport({ type: 'done', id, result: [] });
    }));
    await createSupervisor({ start }).run(JOB, OWNER);
    assert.equal(seen.held, 0);
  });

  it('rebuilds an error with its code, details and sentence, and wraps one it does not know', async () => {
    const reports = [
      { code: 'PRON_MODEL_BROKEN', details: { model: 'x', reason: 'too short' }, message: '' },
      { code: 'PRON_FROM_THE_FUTURE', details: {}, message: 'something new' },
    ];
    const { start } = standIn(({ id }, { onReport }) => setImmediate(() => {
      const error = reports.shift();
      assert.ok(error !== undefined);
      onReport({ type: 'failed', id, error });
    }));
    const supervisor = createSupervisor({ start });
    assert.match((await rejection(supervisor.run(JOB, OWNER), 'PRON_MODEL_BROKEN')).message, /x can't be loaded: too short/);
    assert.match((await rejection(supervisor.run(JOB, OWNER), 'PRON_INTERNAL')).message, /something new/);
  });
});
