import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { temporaryFolder } from '../system/support/node-red';

/** A real mosquitto of a test's own. */
export interface Mosquitto {
  readonly port: number;
  readonly url: string;
  readonly folder: string;
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
  readonly start: () => Promise<void>;
}

/** @param configured the lines of mosquitto.conf; by default anybody may do anything */
export async function startMosquitto(configured: (port: number, folder: string) => string = (port) => `listener ${port} 127.0.0.1\nallow_anonymous true\n`): Promise<Mosquitto> {
  const { findFreePort } = await import('../../tools/lib/ports.mjs');
  const folder = temporaryFolder();
  const port = await findFreePort(0);
  const file = join(folder, 'mosquitto.conf');
  writeFileSync(file, configured(port, folder));
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn('mosquitto', ['-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    for (let i = 0; i < 100; i++) {
      if (child.exitCode !== null) throw new Error(`mosquitto ended: ${said}`);
      if (await answers(port)) return;
      await sleep(50);
    }
    throw new Error(`mosquitto does not answer: ${said}`);
  };
  await start();
  return {
    port, folder, start, url: `mqtt://127.0.0.1:${port}`,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
