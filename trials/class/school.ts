import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';

import { temporaryFolder } from '../../test/system/support/node-red';
import { classFlow, CLASS_NAME } from './flow';

/** A Node-RED with a class, which can lose its power and start again. */
export interface School {
  readonly address: string;
  /** The class's file. */
  readonly file: string;
  /** Ends Node-RED as a power cut does, and starts it on the same files. Resolves when it answers again. */
  readonly cutPower: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openSchool(): Promise<School> {
  const { findFreePort } = await import('../../tools/lib/ports.mjs');
  const { startNodeRed, stopNodeRed, waitUntilUp } = await import('../../tools/lib/node-red.mjs');
  const userDir = temporaryFolder();
  writeFileSync(join(userDir, 'flows.json'), '[]');
  const port = await findFreePort(0);
  const start = () => startNodeRed({ userDir, port, stdio: 'ignore' });
  let child = start();
  const close = async (): Promise<void> => {
    await stopNodeRed(child);
    rmSync(userDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await waitUntilUp(child, port);
    const headers = { 'Content-Type': 'application/json', 'Node-RED-API-Version': 'v2' };
    const deployed = await fetch(`${address}/flows`, { method: 'POST', headers, body: JSON.stringify({ flows: classFlow() }) });
    if (!deployed.ok) throw new Error(`Node-RED refuses the flow: ${await deployed.text()}`);
    return {
      address,
      file: join(userDir, 'pronunciation', 'classes', CLASS_NAME, 'class.jsonl'),
      cutPower: async () => {
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
        child = start();
        await waitUntilUp(child, port);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
