import { hostname } from 'node:os';

import type { Node, NodeAPI, NodeDef } from 'node-red';

import { modelFolders } from '../lib/models';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { brokerOf } from '../pool/broker';
import { createScorer } from '../pool/scorer';
import { scoringSet } from '../pool/scoring-set';
import { startWorker, type PoolWorker } from '../pool/worker';
import { WORKER_FIELDS } from './settings';

export = (RED: NodeAPI): void => {
  function PronWorker(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => working(RED, stage, config));
  }
  RED.nodes.registerType('pron-worker', PronWorker);
};

/** A worker has no input: its work comes from the broker. */
function working(RED: NodeAPI, stage: Stage, config: NodeDef): Handle {
  const { broker, topic, model, workerName } = readSettings(WORKER_FIELDS, config);
  const connection = brokerOf(RED, broker);
  const folders = modelFolders(RED);
  const { engine, show } = stage;
  let worker: PoolWorker | undefined;
  let closed = false;

  async function start(): Promise<void> {
    show('busy', 'starting');
    const set = await scoringSet(model, folders);
    // What the first learner would wait for otherwise; without the ear the recording is scored without it.
    if (set.models['ear'] !== null) await engine.run({ kind: 'load-ear' });
    if (closed) return;
    worker = startWorker({
      broker: connection, root: topic, name: (workerName || hostname()).slice(0, 64), set,
      scorer: createScorer({ engine, model, modelFolders: folders }),
      events: {
        onReady: (answered) => show('waiting', 'ready', { answered }),
        onWorking: () => show('busy', 'working'),
        onConnectionLost: () => show('failed', 'connecting'),
        onFailed: (error) => stage.watch(Promise.reject(error)),
      },
    });
  }
  stage.watch(start());
  stage.onClose(async () => {
    closed = true;
    await worker?.close();
  });
  return () => Promise.resolve(null);
}
