import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';

import { temporaryFolder } from '../../test/system/support/node-red';
import { CLASS_NAME, trialFlow } from './flow';

/** A Node-RED with a class, which can lose its power and start again. */
export interface School {
  readonly port: number;
  /** The ids of the two widgets. */
  readonly practicePage: string;
  readonly classPage: string;
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
  const { nodes, practicePage, classPage } = trialFlow();
  writeFileSync(join(userDir, 'flows.json'), JSON.stringify(nodes));
  const port = await findFreePort(0);
  const start = () => startNodeRed({ userDir, port, stdio: 'ignore' });
  let child = start();
  const close = async (): Promise<void> => {
    await stopNodeRed(child);
    rmSync(userDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await waitUntilUp(child, port);
    return {
      port,
      practicePage,
      classPage,
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
