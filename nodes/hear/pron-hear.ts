import { LRUCache } from 'lru-cache';
import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { PronError } from '../../base/errors';
import type { RunOptions } from '../../engine/engine';
import type { HearJob, HearResult } from '../../engine/jobs';
import { earFault } from '../../models/ear';
import { knownFacts } from '../lib/facts';
import { namedLanguage } from '../lib/language';
import { putHeard } from '../lib/outgoing';
import { isReference, sessionOf } from '../lib/session';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { turnOf } from '../lib/turn';
import { hyphenated, textOf } from './input';
import { showHeard } from './result';
import { HEAR_FIELDS, type HearSettings } from './settings';

/** The data that is stored for the learners of a session. */
interface Reference {
  readonly text: string | undefined;
  readonly language: string | undefined;
}

/** If neither the settings nor a message names a language. */
const DEFAULT_LANGUAGE = 'ko';

export = (RED: NodeAPI): void => {
  function PronHear(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => hearing(stage, readSettings(HEAR_FIELDS, config)));
  }
  RED.nodes.registerType('pron-hear', PronHear);
};

function hearing({ engine, receive, show, showText }: Stage, settings: HearSettings): Handle {
  const references = new LRUCache<string, Reference>({ max: settings.maxSessions });

  const expectedIn = (msg: NodeMessage): string | undefined => (settings.expect === 'text' ? textOf(msg) : undefined);

  /** Loads the ear, so that the first learner does not wait for that. If it fails, the learner's message reports it. */
  function prepare(): void {
    if (earFault() === null) void engine.run({ kind: 'load-ear' }).catch(() => undefined);
  }
  // Where no text is expected, no reference has to come before the first learner.
  if (settings.expect === 'none') prepare();

  async function hear(job: HearJob, turn: RunOptions): Promise<HearResult> {
    const fault = earFault();
    if (fault !== null) throw fault;
    return engine.run(job, turn);
  }

  return async (msg) => {
    const wav = receive.recording(msg);
    const session = sessionOf(msg);
    if (isReference(msg)) {
      references.set(session, { text: expectedIn(msg), language: namedLanguage(msg) });
      prepare();
      show('waiting', 'ready');
      return [msg, null];
    }
    const reference = references.get(session);
    const text = expectedIn(msg) ?? reference?.text;
    const language = hyphenated(settings.language || (namedLanguage(msg) ?? reference?.language ?? DEFAULT_LANGUAGE));
    show('busy', 'listening');
    try {
      const result = await hear({ kind: 'hear', wav, language, text, noise: knownFacts(msg).noise }, turnOf(msg));
      putHeard(msg, wav, result);
      showHeard({ show, showText }, result.heard, text !== undefined);
      const { text: said } = result.heard;
      return [msg, said === '' ? null : { ...msg, payload: said }];
    } catch (error) {
      const isOptional = text !== undefined && error instanceof PronError && error.code === 'PRON_NO_EAR';
      if (!isOptional) throw error;
      // The score works without the ear.
      show('idle', 'noEar');
      return [msg, null];
    }
  };
}
