import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { PronError } from '../../base/errors';
import { scoreOf } from '../../engine/score-of';
import { addFacts, isPlainObject, knownFacts } from '../lib/facts';
import { hyphenated, namedLanguage } from '../lib/language';
import { modelFolders } from '../lib/models';
import { putHeard } from '../lib/outgoing';
import { namedIn, type NamedReference } from '../lib/references';
import { isReference, sessionOf } from '../lib/session';
import { createSessions } from '../lib/sessions';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { wordsOf } from '../lib/words';
import { textOf } from '../hear/input';
import { createAsker, type Answered } from '../pool/asker';
import { brokerOf } from '../pool/broker';
import { MOST_REFERENCES } from '../pool/messages';
import { createScorer } from '../pool/scorer';
import { scoringSet } from '../pool/scoring-set';
import { poolReference, type PoolReference, type Scored, type Utterance } from '../pool/utterance';
import { payloadOf, showScore } from '../score/result';
import { REMOTE_FIELDS } from './settings';

export = (RED: NodeAPI): void => {
  function PronRemote(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => asking(RED, stage, config));
  }
  RED.nodes.registerType('pron-remote', PronRemote);
};

interface Kept extends NamedReference {
  readonly sent: PoolReference;
  /** As it is written. */
  readonly written: string | undefined;
  readonly language: string | undefined;
}

/** Who has scored a recording: `msg.pronunciation.pool`. */
type Pool = Answered['pool'] | { readonly worker: null; readonly set: string; readonly models: Readonly<Record<string, string | null>>; readonly reason: string };

/** If no message names a language. */
const DEFAULT_LANGUAGE = 'ko';
/** After these the recording may be scored here. */
const NOBODY: ReadonlySet<string> = new Set(['PRON_POOL_BROKER', 'PRON_POOL_NOBODY', 'PRON_POOL_LATE', 'PRON_POOL_LARGE', 'PRON_POOL_REFERENCE']);

function asking(RED: NodeAPI, stage: Stage, config: NodeDef): Handle {
  const settings = readSettings(REMOTE_FIELDS, config);
  const { model, tiers, waitSeconds, maxSessions, maxReferences, pairPicture } = settings;
  const folders = modelFolders(RED);
  const asker = createAsker({ broker: brokerOf(RED, settings.broker), root: settings.topic });
  const here = createScorer({ engine: stage.engine, model, modelFolders: folders });
  const sessions = createSessions<Kept>({
    maxSessions, waitMs: waitSeconds * 1000, mostVoices: maxReferences, isSameSound: (one, other) => one.sent.hash === other.sent.hash,
  });
  stage.onClose(async () => {
    sessions.close();
    await asker.close();
  });

  function keep(msg: NodeMessage, wav: Buffer): void {
    const session = sessionOf(msg);
    const named = namedIn(msg);
    const written = textOf(msg);
    const sent = poolReference(wav, { words: wordsOf(msg), voice: named.voice, take: named.take?.number, noise: knownFacts(msg).noise });
    sessions.keep(session, { sent, written, language: namedLanguage(msg), ...named });
    const count = sessions.kept(session)?.length ?? 0;
    if (count === 1) stage.show('waiting', 'ready');
    else if (count > 1) stage.show('waiting', 'severalReady', { count });
  }

  async function scored(utterance: Utterance): Promise<{ readonly result: Scored; readonly pool: Pool }> {
    try {
      const { pool, ...result } = await asker.ask(utterance);
      return { result, pool };
    } catch (error) {
      if (!(error instanceof PronError) || !NOBODY.has(error.code) || !settings.local) throw error;
      stage.show('busy', 'here');
      const result = await here.score(utterance);
      const { set, models } = await scoringSet(model, folders);
      return { result, pool: { worker: null, set, models, reason: error.code } };
    }
  }

  return async (msg) => {
    const wav = stage.receive.recording(msg);
    if (isReference(msg)) {
      keep(msg, wav);
      return null;
    }
    const session = sessionOf(msg);
    const { level, noise, speech } = knownFacts(msg);
    const text = textOf(msg);
    const language = namedLanguage(msg);
    if (sessions.kept(session) === undefined) stage.show('waiting', 'waiting');
    const references = await sessions.take(session);
    stage.show('busy', 'asking');
    const [{ written, language: spoken }] = references;
    const { result, pool } = await scored({
      wav,
      references: references.slice(0, MOST_REFERENCES).map(({ sent }) => sent),
      request: { text: text ?? written, language: hyphenated(language ?? spoken ?? DEFAULT_LANGUAGE), facts: { level, noise, speech }, pairPicture },
    });
    const { details, heard, facts, prosody, image } = result;
    const found = isPlainObject(heard) ? heard : undefined;
    putHeard(msg, wav, { heard: found as never, facts });
    const score = scoreOf(details, tiers, (key, values) => RED._(key, values), found === undefined ? undefined : knownFacts(msg).heard);
    addFacts(msg, { score, pool, ...(prosody && { prosody }) });
    msg.payload = payloadOf(score);
    if (image !== undefined) msg.image = image;
    showScore(RED, stage, score);
    return score.value === null ? [null, msg] : [msg, null];
  };
}
