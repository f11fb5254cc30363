import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { PronError } from '../../base/errors';
import { textKey } from '../../language/text-key';
import { addFacts, isPlainObject, knownFacts, pronunciationOf } from '../lib/facts';
import { hyphenated, namedLanguage } from '../lib/language';
import { modelFolders } from '../lib/models';
import { createPairing } from '../lib/pairing';
import { putHeard } from '../lib/outgoing';
import { isReference, sessionOf } from '../lib/session';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { wordsOf } from '../lib/words';
import { textOf } from '../hear/input';
import { createAsker, type Answered } from '../pool/asker';
import { brokerOf } from '../pool/broker';
import { createScorer } from '../pool/scorer';
import { scoringSet } from '../pool/scoring-set';
import { poolReference, type PoolReference, type Scored, type Utterance } from '../pool/utterance';
import { withReference, type NamedReference } from '../score/references';
import { payloadOf, scoreOf, showScore } from '../score/result';
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

type References = readonly [Kept, ...Kept[]];

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
  const pairing = createPairing<References>({ maxSessions, waitMs: waitSeconds * 1000 });
  stage.onClose(async () => {
    pairing.close();
    await asker.close();
  });

  function keep(msg: NodeMessage, wav: Buffer): void {
    const { voice, text } = pronunciationOf(msg);
    const session = sessionOf(msg);
    const named = typeof voice === 'string' ? voice.slice(0, 200) : undefined;
    const written = textOf(msg);
    const sent = poolReference(wav, { words: wordsOf(msg), voice: named, noise: knownFacts(msg).noise });
    const added: Kept = { sent, written, language: namedLanguage(msg), voice: named, text: typeof text === 'string' ? textKey(text) : undefined };
    const references = withReference(pairing.kept(session) ?? [], added, maxReferences, (one, other) => one.sent.hash === other.sent.hash);
    pairing.put(session, references);
    if (references.length === 1) stage.show('waiting', 'ready');
    else stage.show('waiting', 'severalReady', { count: references.length });
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
    if (pairing.kept(session) === undefined) stage.show('waiting', 'waiting');
    const references = await pairing.take(session);
    stage.show('busy', 'asking');
    const [{ written, language: spoken }] = references;
    const { result, pool } = await scored({
      wav,
      references: references.map(({ sent }) => sent),
      request: { text: text ?? written, language: hyphenated(language ?? spoken ?? DEFAULT_LANGUAGE), facts: { level, noise, speech }, pairPicture },
    });
    const { details, heard, facts, prosody, image } = result;
    const found = isPlainObject(heard) ? heard : undefined;
    putHeard(msg, wav, { heard: found as never, facts });
    const score = scoreOf(RED, details, tiers, found === undefined ? undefined : knownFacts(msg).heard);
    addFacts(msg, { score, pool, ...(prosody && { prosody }) });
    msg.payload = payloadOf(score);
    if (image !== undefined) msg.image = image;
    showScore(RED, stage, score);
    return score.value === null ? [null, msg] : [msg, null];
  };
}
