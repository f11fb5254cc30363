import { LRUCache } from 'lru-cache';
import * as v from 'valibot';

import type { Engine } from '../../engine/engine';
import type { HearResult, ScoreReference } from '../../engine/jobs';
import { earFault, isScoredWithoutEar } from '../../models/ear';
import { findModel } from '../../models/store';
import { KNOWN_FACTS } from '../../pipeline/facts';
import { checkReference } from '../score/input';
import type { PoolReference, Scored, Utterance } from './utterance';

export interface ScorerOptions {
  readonly engine: Engine;
  /** A name, not a path. */
  readonly model: string;
  readonly modelFolders: readonly string[];
}

/** Does the work of a hear, a mel and a score node. */
export interface Scorer {
  /** Whether the spectrogram of this reference is still there. */
  readonly knows: (hash: string) => boolean;
  /** @throws PronError as the three nodes do */
  readonly prepare: (reference: PoolReference) => Promise<void>;
  /** References that it knows need no recording. @throws PronError as the three nodes do */
  readonly score: (utterance: Utterance) => Promise<Scored>;
}

/** References that are kept: a class practises a few sentences at a time. */
const MOST_REFERENCES = 100;

export function createScorer({ engine, model, modelFolders }: ScorerOptions): Scorer {
  const references = new LRUCache<string, ScoreReference>({ max: MOST_REFERENCES });

  async function prepare({ hash, wav, known }: PoolReference): Promise<void> {
    const { features } = (await findModel(model, modelFolders)).manifest;
    const { mel, contour } = await engine.run({ kind: 'mel', wav, features, noise: known.noise, contour: true });
    checkReference(mel);
    references.set(hash, { reference: mel, words: known.words, voice: known.voice, take: known.take, contour });
  }

  async function prepared(reference: PoolReference): Promise<ScoreReference> {
    if (!references.has(reference.hash)) await prepare(reference);
    return references.get(reference.hash) as ScoreReference; // kept by `prepare`
  }

  async function hear({ wav, request: { text, language, facts } }: Utterance): Promise<HearResult | undefined> {
    if (text === undefined || earFault() !== null) return undefined;
    try {
      return await engine.run({ kind: 'hear', wav, language, text, noise: facts.noise, speech: facts.speech });
    } catch (error) {
      if (isScoredWithoutEar(error)) return undefined;
      throw error;
    }
  }

  return {
    knows: (hash) => references.has(hash),
    prepare,
    score: async (utterance) => {
      const { wav, request } = utterance;
      const [newest, ...others] = await Promise.all(utterance.references.map(prepared));
      const heard = await hear(utterance);
      const { features } = (await findModel(model, modelFolders)).manifest;
      const measured = await engine.run({ kind: 'mel', wav, features, noise: request.facts.noise ?? heard?.facts.noise, contour: true });
      // The first stage that measures a recording is the one that counts.
      const facts = heard?.facts ?? measured.facts;
      const known = v.parse(KNOWN_FACTS, { ...facts, ...request.facts, heard: heard?.heard });
      const { image, prosody, ...details } = await engine.run(
        {
          kind: 'score', model, modelFolders, learner: measured.mel, ...(newest as ScoreReference), others,
          learnerContour: measured.contour, facts: known, pairPicture: request.pairPicture,
        },
        { begun: true },
      );
      return { details, facts: { ...facts, ...request.facts } as Scored['facts'], heard: heard?.heard, prosody, image };
    },
  };
}
