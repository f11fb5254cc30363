import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Node, NodeAPI, NodeDef, NodeMessage, NodeMessageInFlow } from 'node-red';

import { badSetting } from '../../../nodes/lib/settings';
import { startStage, type Stage } from '../../../nodes/lib/stage';
import { phrase, PronError } from '../../../base/errors';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type NodeUnderTest, type RunningFlow } from '../../support/node-red';

/** A node whose messages say what is to become of them. It borrows the catalogue of a real one. */
function obedientNode(prepare?: (stage: Stage) => void): NodeUnderTest {
  const register = (RED: NodeAPI): void => {
    RED.nodes.registerType('pron-noise', function (this: Node, config: NodeDef) {
      RED.nodes.createNode(this, config);
      startStage(RED, this, (stage) => {
        prepare?.(stage);
        return (msg: NodeMessageInFlow) => obey(msg);
      });
    });
  };
  return { type: 'pron-noise', register };
}

async function later(msg: NodeMessage): Promise<NodeMessage> {
  await sleep(30);
  return msg;
}

function obey(msg: NodeMessageInFlow): Promise<NodeMessage | NodeMessage[] | null> {
  switch (msg.topic) {
    case 'send':
      return later(msg);
    case 'nothing':
      return Promise.resolve(null);
    case 'refuse':
      return Promise.reject(new PronError('PRON_BUSY', { waiting: 3 }));
    case 'mistake':
      throw new TypeError('x is not a function');
    default:
      return new Promise(() => undefined);
  }
}

const FLOW = [{ id: 'n', type: 'pron-noise', wires: [['out']] }, { id: 'out', type: 'helper' }];

describe('The life of a node', () => {
  let flow: RunningFlow;
  const start = async (options = {}, prepare?: (stage: Stage) => void): Promise<void> => {
    flow = await startFlow([obedientNode(prepare)], FLOW, options);
  };
  afterEach(stopFlow);

  it('passes on the same message and completes it once', async () => {
    await start();
    const msg = { topic: 'send', payload: {}, other: { kept: true } };
    flow.send('n', msg);
    assert.equal(await flow.next('out'), msg);
    assert.equal((await flow.next(COMPLETED)).topic, 'send');
    await sleep(50);
    assert.deepEqual([flow.waiting('out'), flow.waiting(COMPLETED), flow.waiting(CAUGHT)], [[], [], []]);
  });

  it('completes a message that leads to nothing', async () => {
    await start();
    flow.send('n', { topic: 'nothing' });
    await flow.next(COMPLETED);
    assert.deepEqual(flow.waiting('out'), []);
  });

  it('reports a failure once, with its code, a sentence without more, and a red status', async () => {
    await start();
    flow.send('n', { topic: 'refuse' });
    const { error } = await flow.next(CAUGHT);
    assert.equal(error.code, 'PRON_BUSY');
    assert.equal(error.message, '3 jobs are waiting already. Send messages more slowly.');
    await sleep(20);
    assert.deepEqual([flow.waiting('out'), flow.waiting(COMPLETED), flow.waiting(CAUGHT)], [[], [], []]);
    assert.deepEqual(flow.statuses('n'), [{ fill: 'red', shape: 'ring', text: 'busy' }]);
  });

  it('reports in the language of the runtime', async () => {
    await start({ language: 'ko' });
    flow.send('n', { topic: 'refuse' });
    assert.match((await flow.next(CAUGHT)).error.message, /작업 3개/);
    assert.deepEqual(flow.statuses('n').map(({ text }) => text), ['작업 많음']);
  });

  it('reports its own mistakes as such', async () => {
    await start();
    flow.send('n', { topic: 'mistake' });
    const { error } = await flow.next(CAUGHT);
    assert.equal(error.code, 'PRON_INTERNAL');
    assert.match(error.message, /x is not a function/);
  });

  it('works on after a failure, and on several messages at a time', async () => {
    await start();
    for (const topic of ['refuse', 'hang', 'send', 'mistake', 'send']) flow.send('n', { topic });
    await flow.next('out');
    await flow.next('out');
    assert.equal(flow.waiting(CAUGHT).length, 2);
  });

  it('tells every message that its settings can\'t be used', async () => {
    await start({}, () => {
      throw badSetting('strength', 'much', phrase('fromTo', { min: 0, max: 100 }));
    });
    for (const topic of ['send', 'nothing']) {
      flow.send('n', { topic });
      const { error } = await flow.next(CAUGHT);
      assert.equal(error.code, 'PRON_BAD_SETTING');
      assert.match(error.message, /setting strength is much/);
    }
  });

  it('ends what it has begun when it closes, and sends nothing afterwards', async () => {
    const ended: string[] = [];
    await start({}, ({ onClose }) => {
      onClose(() => void ended.push('first'));
      onClose(() => Promise.reject(new Error('does not keep the others from closing')));
      onClose(async () => {
        await sleep(20);
        ended.push('second');
      });
    });
    flow.send('n', { topic: 'send' });
    flow.send('n', { topic: 'hang' });
    await sleep(5);
    await flow.deploy([{ id: 'out', type: 'helper' }]);
    assert.deepEqual(ended, ['first', 'second']);
    await sleep(50);
    assert.deepEqual([flow.waiting('out'), flow.waiting(COMPLETED)], [[], []]);
    assert.deepEqual(flow.statuses('n').at(-1), {}, 'the status is cleared');
  });
});
