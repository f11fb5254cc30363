import { startWorker, type PoolWorker } from '../../../nodes/pool/worker';
import { poolReference, type Scored, type Utterance } from '../../../nodes/pool/utterance';
import type { Broker } from '../../../nodes/pool/connection';

export const ROOT = 'test/pool';
export const SET = '0123456789abcdef';

/** A recording that only its text tells from others: stubs do not listen. */
export function utterance(text: string): Utterance {
  return {
    wav: Buffer.from(`a recording of ${text}`), references: [poolReference(Buffer.from('a reference'), { words: [] })],
    request: { text, language: 'en', facts: {}, pairPicture: false },
  };
}

/** What a stub answers: the points are the length of the text. */
export function scoredAs(text: string): Scored {
  const points = text.length;
  const details = {
    verdict: 'scored', value: points, calibrated: false, points, siamese: points, distance: 0.1, model: 'stub', backend: 'native', ms: 1,
    frames: { hopMs: 10, startMs: 0, distance: [] }, words: [], reference: null,
  };
  const facts = { sampleRate: 16_000, durationMs: 1000, level: { rmsDb: -20, peakDb: -3, clippedShare: 0 }, noise: { snrDb: 40 } };
  return { details, facts } as unknown as Scored;
}

export interface Stub extends PoolWorker {
  /** Texts that it was asked for, and how often it needed a reference. */
  readonly asked: string[];
  readonly prepared: string[];
}

/** A real worker whose scorer is made up. */
export async function startStub(broker: Broker, { root = ROOT, name = 'stub', set = SET, score = (text) => Promise.resolve(scoredAs(text)) }: { readonly root?: string; readonly name?: string; readonly set?: string; readonly score?: (text: string) => Promise<Scored> } = {}): Promise<Stub> {
  const asked: string[] = [];
  const prepared: string[] = [];
  const nothing = (): void => undefined;
  return new Promise((resolve) => {
    const worker: PoolWorker = startWorker({
      broker, root, name, set: { set, models: { stub: 'stub' }, languages: ['en'], version: '0' },
      scorer: {
        knows: (hash) => prepared.includes(hash),
        prepare: ({ hash }) => Promise.resolve(void prepared.push(hash)),
        score: ({ request: { text = '' } }) => {
          asked.push(text);
          return score(text);
        },
      },
      events: { onReady: () => resolve({ ...worker, asked, prepared }), onWorking: nothing, onConnectionLost: nothing, onFailed: nothing },
    });
  });
}
