import { setTimeout as pause } from 'node:timers/promises';

import { PronError } from '../../base/errors';
import { createAsker } from '../../nodes/pool/asker';
import { lasting, variants } from './variants';

/** Of the parent: the numbers of the utterances that this client asks for, each with its variant. */
export interface Work {
  readonly utterances: readonly { readonly id: number; readonly variant: number }[];
  readonly variants: number;
  readonly isHeard: boolean;
  /** How many it asks for at the same time. */
  readonly atOnce: number;
  /** The learner speaks this often on average, ms; 0 for at once after each answer. */
  readonly everyMs: number;
}

/** To the parent. */
export type Told =
  | { readonly type: 'ready' }
  | { readonly type: 'answer'; readonly id: number; readonly variant: number; readonly lasting: string; readonly waitedMs: number; readonly tries: number; readonly set: string; readonly ms: number }
  | { readonly type: 'failed'; readonly id: number; readonly code: string }
  | { readonly type: 'end'; readonly doubled: number; readonly strange: number; readonly secondTries: number };

const [url = '', root = ''] = process.argv.slice(2);
const asker = createAsker({ broker: { url, options: {} }, root });
const tell = (told: Told): void => void process.send?.(told);

async function practise({ utterances, variants: count, isHeard, atOnce, everyMs }: Work): Promise<void> {
  const all = variants(count, isHeard);
  const queue = [...utterances];
  const one = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { id, variant } = next;
      if (everyMs > 0) await pause(2 * everyMs * Math.random());
      try {
        const answered = await asker.ask(all[variant] as (typeof all)[number]); // the parent knows how many there are
        const { waitedMs, tries, set, ms } = answered.pool;
        tell({ type: 'answer', id, variant, lasting: lasting(answered), waitedMs, tries, set, ms });
      } catch (error) {
        tell({ type: 'failed', id, code: error instanceof PronError ? error.code : String(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  tell({ type: 'end', ...asker.counts });
}

process.on('message', (work: Work) => void practise(work));
process.on('disconnect', () => process.exit());
tell({ type: 'ready' });
