import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import helper from 'node-red-node-test-helper';

import { PronError } from '../../base/errors';
import { syntheticMel } from '../support/mels';
import { CAUGHT, nodeOf, startFlow, stopFlow, type FlowNode, type RunningFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';
import { lenient, userModels, type UserModels } from '../support/user-models';
import { MEL, NOISE, SCORE, VAD } from './all-nodes';

/** Processes whose parent is this one, apart from those that tools around the test keep. */
function children(): number[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map(Number).filter((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return Number(parent) === process.pid && state !== 'Z' && command.includes('engine');
    } catch {
      return false; // it has ended in the meantime
    }
  });
}

describe('Nodes that are deployed and stopped', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  let models: UserModels;
  before(function () {
    if (process.platform !== 'linux') this.skip();
    models = userModels();
    models.add('lenient', lenient);
  });
  after(() => models.remove());
  afterEach(stopFlow);

  const FLOW: readonly FlowNode[] = [
    { id: 'noise', type: 'pron-noise', wires: [['vad']] },
    { id: 'vad', type: 'pron-vad', wires: [['mel']] },
    { id: 'mel', type: 'pron-mel', wires: [['score']] },
    { id: 'score', type: 'pron-score', model: 'lenient', wires: [['scored'], ['refused']] },
    { id: 'scored', type: 'helper' },
    { id: 'refused', type: 'helper' },
  ];
  const start = async (nodes = FLOW): Promise<void> => {
    flow = await startFlow([NOISE, VAD, MEL, SCORE], nodes, { userDir: models.userDir });
  };
  const reference = { payload: syntheticMel({ seed: 1 }), pronunciation: { role: 'reference' } };
  const scoreOnce = async (): Promise<void> => {
    flow.send('score', reference);
    flow.send('noise', { payload: syntheticWav({ seed: 2 }) });
    await flow.next('scored');
  };

  it('have no process before their first message, one for all of them afterwards, none when stopped', async () => {
    await start();
    assert.equal(children().length, 0);
    await scoreOnce();
    assert.equal(children().length, 1);
    await stopFlow();
    assert.equal(children().length, 0);
  });

  it('leave no process behind when they are deployed again, and work on', async () => {
    await start();
    for (let deploys = 0; deploys < 3; deploys++) {
      await scoreOnce();
      const [before] = children();
      await flow.deploy(FLOW);
      assert.ok(!children().includes(Number(before)), 'the old process is gone');
    }
    await scoreOnce();
    assert.equal(children().length, 1);
  });

  it('keep the process for those that are left', async () => {
    await start();
    await scoreOnce();
    const before = children();
    await nodeOf('vad').close(true);
    assert.deepEqual(children(), before);
    flow.send('score', { payload: syntheticMel({ seed: 3 }) });
    await flow.next('scored');
  });

  it('end each message that is under way with one error, and send nothing for it', async () => {
    await start([{ ...FLOW[3], wires: [['scored'], ['refused']] } as FlowNode, ...FLOW.slice(4)]);
    const score = nodeOf('score');
    const errors: unknown[] = [];
    score.on('call:error' as 'close', ((call: { args: unknown[] }) => errors.push(call.args[0])) as unknown as () => void);
    for (let waiting = 0; waiting < 3; waiting++) flow.send('score', { payload: syntheticMel({ seed: 2 }) });
    await sleep(200);
    await score.close(false);
    await sleep(50);
    assert.deepEqual(errors.map((error) => error instanceof PronError && error.code), Array(3).fill('PRON_CLOSED'));
    assert.deepEqual(['scored', 'refused'].flatMap((id) => flow.waiting(id)), []);
  });

  it('lose one message only when their process is killed', async () => {
    await start();
    await scoreOnce();
    const [child] = children();
    process.kill(Number(child), 'SIGKILL');
    flow.send('noise', { payload: syntheticWav({ seed: 2, seconds: 20 }) });
    const first = await flow.next('scored', 'refused', CAUGHT);
    assert.ok(typeof first.payload === 'number' || first.error.code === 'PRON_ENGINE_DIED');
    flow.send('noise', { payload: syntheticWav({ seed: 2 }) });
    assert.equal(typeof (await flow.next('scored')).payload, 'number');
  });
});

describe('The list of models for the dialogs', () => {
  let models: UserModels;
  beforeEach(() => {
    models = userModels();
  });
  afterEach(async () => {
    await stopFlow();
    models.remove();
  });

  it('names the models of the package and of the user, without a process of its own', async () => {
    models.add('mine', (manifest) => ({ ...manifest, title: 'My model' }));
    await startFlow([SCORE], [{ id: 'n', type: 'pron-score' }], { userDir: models.userDir });
    const { status, body } = await helper.request().get('/pronunciation/models');
    assert.equal(status, 200);
    const list = body as { name: string; title: string }[];
    assert.ok(list.some(({ name }) => name === 'default'));
    assert.equal(list.find(({ name }) => name === 'mine')?.title, 'My model');
    assert.equal(children().length, 0);
  });
});
