import { acquireEngine } from '../../engine/engine';
import { createScorer } from '../../nodes/pool/scorer';
import { scoringSet } from '../../nodes/pool/scoring-set';
import { startWorker } from '../../nodes/pool/worker';

const [url = '', root = '', name = ''] = process.argv.slice(2);
const nothing = (): void => undefined;

/** A worker as the node starts it. Ends with its parent. */
async function main(): Promise<void> {
  const engine = acquireEngine();
  const set = await scoringSet('default', []);
  if (set.models['ear'] !== null) await engine.run({ kind: 'load-ear' });
  startWorker({
    broker: { url, options: {} }, root, name, set, scorer: createScorer({ engine, model: 'default', modelFolders: [] }),
    events: { onReady: () => process.send?.('ready'), onWorking: nothing, onConnectionLost: nothing, onFailed: (error) => process.stderr.write(`${error.message}\n`) },
  });
}

process.on('disconnect', () => process.exit());
void main();
