import type { Answer, Request } from '../load/client';
import { DEFAULT_CACHE_LIMITS } from '../../voices/cache';
import { PATHS } from './flow';
import type { Pool } from './pool';
import { newText } from './schedule';

/** As many references as a score node keeps. */
const KEPT_SESSIONS = 50;
/** A new text takes a second, so a short soak fills only a part of the voices' caches. */
const UTTERANCES_OF_TEXT = 200;

/** Fills the caches, so that they do not look like a leak: the references of the score nodes and of the engine, and the
 *  utterances of the voices. */
export async function fillCaches(send: (request: Request) => Promise<Answer>, pool: Pool, utterances: number): Promise<void> {
  const texts = Math.min(DEFAULT_CACHE_LIMITS.entries, Math.ceil(utterances / UTTERANCES_OF_TEXT));
  for (let i = 0; i < KEPT_SESSIONS; i++) {
    const body = pool.sentences[i % pool.sentences.length]?.reference ?? '';
    await expectKept(send, { session: `filler ${i}`, role: 'reference', body, path: PATHS.reference });
  }
  for (let i = 0; i < texts; i++) {
    // Of different lengths: otherwise the caches would grow later.
    const request = { session: `filler ${i}`, role: 'reference', body: newText(i) } as const;
    await Promise.all([PATHS.builtIn, PATHS.espeakNg].map((path) => expectKept(send, { ...request, path })));
  }
}

async function expectKept(send: (request: Request) => Promise<Answer>, request: Request): Promise<void> {
  const answer = await send(request);
  if (answer.kind !== 'reference') throw new Error(`A reference is not taken: ${JSON.stringify(answer)}`);
}
