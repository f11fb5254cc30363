import { LRUCache } from 'lru-cache';
import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { earFault, isScoredWithoutEar } from '../../models/ear';
import { knownFacts } from '../lib/facts';
import { hyphenated, namedLanguage } from '../lib/language';
import { putHeard } from '../lib/outgoing';
import { isReference, sessionOf } from '../lib/session';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { turnOf } from '../lib/turn';
import { createEar } from './ear';
import { textOf } from './input';
import { showHeard, showPassedOn } from './result';
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

function hearing({ engine, receive, show, showText, onClose }: Stage, settings: HearSettings): Handle {
  const references = new LRUCache<string, Reference>({ max: settings.maxSessions });

  const expectedIn = (msg: NodeMessage): string | undefined => (settings.expect === 'text' ? textOf(msg) : undefined);

  const ear = createEar(engine);
  let underWay = 0;
  let closed = false;
  onClose(() => {
    closed = true;
  });

  /** Loads the ear, so that the first learner does not wait for that. If it fails, the learner's message reports it. */
  async function prepare(): Promise<void> {
    if (earFault() === null && !ear.isLoaded()) {
      show('busy', 'loading');
      await ear.load().catch(() => undefined);
    }
    if (closed) return;
    if (underWay > 0) show('busy', 'listening');
    else if (references.size > 0) show('waiting', 'ready');
    else if (ear.isLoaded()) show('waiting', 'loaded');
  }
  // Where no text is expected, no reference has to come before the first learner.
  if (settings.expect === 'none') void prepare();

  return async (msg) => {
    const wav = receive.recording(msg);
    const session = sessionOf(msg);
    if (isReference(msg)) {
      references.set(session, { text: expectedIn(msg), language: namedLanguage(msg) });
      void prepare();
      return [msg, null];
    }
    const reference = references.get(session);
    const text = expectedIn(msg) ?? reference?.text;
    const language = hyphenated(settings.language || (namedLanguage(msg) ?? reference?.language ?? DEFAULT_LANGUAGE));
    if (ear.isLoaded()) show('busy', 'listening');
    else show('busy', 'loading');
    underWay++;
    try {
      const { noise, speech } = knownFacts(msg);
      const result = await ear.hear({ kind: 'hear', wav, language, text, noise, speech }, turnOf(msg));
      putHeard(msg, wav, result);
      showHeard({ show, showText }, result.heard, text !== undefined);
      const { text: said } = result.heard;
      return [msg, said === '' ? null : { ...msg, payload: said }];
    } catch (error) {
      if (text === undefined || !isScoredWithoutEar(error)) throw error;
      showPassedOn({ show }, error);
      return [msg, null];
    } finally {
      underWay--;
    }
  };
}
