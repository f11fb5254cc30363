import { setTimeout as pause } from 'node:timers/promises';

import type { Overview, Refused } from '../../page/src/class/messages';
import { openConnection } from './connection';
import { TRIAL_PIN } from './flow';
import type { School } from './school';

/** The teacher's page at the dashboard's socket. */
export interface Teacher {
  /** Asks for everything until it comes, also after a restart of Node-RED. */
  readonly overview: () => Promise<Overview>;
  readonly close: () => Promise<void>;
}

const AGAIN_MS = 2000;

export async function openTeacher({ port, classPage }: Pick<School, 'port' | 'classPage'>): Promise<Teacher> {
  const shown: Overview[] = [];
  let asks = false;
  const ask = (): void => connection.send({ topic: 'overview', payload: 'all', pin: TRIAL_PIN, pronunciation: { session: 'teacher-trial' } });
  const connection = await openConnection<{ readonly topic: 'overview'; readonly payload: Overview } | { readonly topic: 'refused'; readonly payload: Refused }>({
    port, widget: classPage, lost: () => undefined,
    connected: () => { if (asks) ask(); },
    told: (told) => { if (told.topic === 'overview') shown.push(told.payload); },
  });
  return {
    overview: async () => {
      await connection.isUp();
      shown.length = 0;
      asks = true;
      ask();
      for (let waited = 10; ; waited += 10) {
        await pause(10);
        const newest = shown.at(-1);
        if (newest !== undefined) {
          asks = false;
          return newest;
        }
        // The class that was asked may have lost its power.
        if (waited % AGAIN_MS === 0) ask();
      }
    },
    close: connection.close,
  };
}
