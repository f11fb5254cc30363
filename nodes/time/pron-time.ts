import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import type { TimeJob } from '../../engine/jobs';
import { PronError } from '../../base/errors';
import { knownFacts } from '../lib/facts';
import { putAudio } from '../lib/outgoing';
import { createPairing } from '../lib/pairing';
import { markRecording } from '../lib/recording';
import { isReference, sessionOf } from '../lib/session';
import { readSettings } from '../lib/settings';
import { TIME_FIELDS, type TimeSettings } from './settings';
import { isFurtherTake, takePlaceOf } from '../lib/take-place';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { turnOf } from '../lib/turn';
import { listedWords, movedSpan, movedWords, withinMs } from '../lib/words';

export = (RED: NodeAPI): void => {
  function PronTime(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => stretching(stage, readSettings(TIME_FIELDS, config)));
  }
  RED.nodes.registerType('pron-time', PronTime);
};

function stretching(stage: Stage, settings: TimeSettings): Handle {
  const target = targetOf(stage, settings);
  return async (msg) => {
    const wav = stage.receive.recording(msg);
    const words = listedWords(msg);
    const wanted = await target(msg, wav);
    // A reference sets the pace. It is not changed.
    if (wanted === null) {
      msg.payload = wav;
      markRecording(msg, wav);
      return msg;
    }
    stage.show('busy', 'working');
    const { speech, noise } = knownFacts(msg);
    const result = await stage.engine.run({ kind: 'time', wav, target: wanted, speech, noise }, turnOf(msg));
    const { ratio, facts } = result;
    const moved = (ms: number): number => withinMs(ms * ratio, facts.durationMs);
    putAudio(msg, result, {
      ...(speech != null && { speech: movedSpan(speech, moved) }),
      ...(words && { words: movedWords(words, moved) }),
    });
    stage.show('good', 'done', { ratio: ratio.toFixed(2) });
    return msg;
  };
}

/** The target length of a message's recording; null for a reference, which sets the pace for others. */
type TargetOf = (msg: NodeMessage, wav: Buffer) => Promise<TimeJob['target'] | null>;

function targetOf(stage: Stage, { mode, ratio, lengthMs, maxSessions, waitSeconds }: TimeSettings): TargetOf {
  if (mode === 'ratio') return () => Promise.resolve({ ratio });
  if (mode === 'length') return () => Promise.resolve({ speechMs: lengthMs });
  const pairing = createPairing<number>({ maxSessions, waitMs: waitSeconds * 1000 });
  stage.onClose(pairing.close);
  return async (msg, wav) => {
    const session = sessionOf(msg);
    if (isReference(msg)) {
      if (!isFurtherTake(takePlaceOf(msg))) {
        pairing.put(session, await speechMsOf(stage, msg, wav));
        stage.show('waiting', 'ready');
      }
      return null;
    }
    if (pairing.kept(session) === undefined) stage.show('waiting', 'waiting');
    return { speechMs: await pairing.take(session) };
  };
}

/** Length of a reference's speech. A vad node has found it before, or it is found now. */
async function speechMsOf({ engine }: Stage, msg: NodeMessage, wav: Buffer): Promise<number> {
  const { speech: known, noise } = knownFacts(msg);
  const speech = known ?? (await engine.run({ kind: 'vad', wav, options: {}, noise }, turnOf(msg))).speech;
  if (speech === null) throw new PronError('PRON_EMPTY_REFERENCE');
  return speech.endMs - speech.startMs;
}
