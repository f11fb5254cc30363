import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import type { MelSpectrogram, Word } from '../../pipeline/types';
import { calibrationPath } from './calibrations';
import { inOrder } from '../lib/in-order';
import { addFacts, pronunciationOf } from '../lib/message';
import { sessionOf } from '../lib/message-limits';
import { modelFolders } from '../lib/models';
import { serveModelRoutes } from '../lib/models-route';
import { createPairing } from '../lib/pairing';
import { judgedFacts, wordsOf } from '../lib/score-facts';
import { checkReference, fittingMel } from './input';
import { payloadOf, scoreOf, showScore } from './result';
import { readSettings } from '../lib/settings';
import { SCORE_FIELDS } from './settings';
import { startStage, type Handle, type Stage } from '../lib/stage';

/** What is kept for the learners of a session. */
interface Reference {
  readonly mel: MelSpectrogram;
  readonly words: readonly Word[];
}

export = (RED: NodeAPI): void => {
  function PronScore(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => scoring(RED, stage, config));
  }
  RED.nodes.registerType('pron-score', PronScore);
  serveModelRoutes(RED);
};

function scoring(RED: NodeAPI, stage: Stage, config: NodeDef): Handle {
  const settings = readSettings(SCORE_FIELDS, config);
  const { model, tiers, maxSessions, waitSeconds, pairPicture } = settings;
  const folders = modelFolders(RED);
  const calibration = calibrationPath(RED, settings.calibration);
  if (calibration !== undefined) {
    stage.watch(stage.engine.run({ kind: 'calibration', file: calibration, model, modelFolders: folders }));
  }
  const pairing = createPairing<Reference>({ maxSessions, waitMs: waitSeconds * 1000 });
  stage.onClose(pairing.close);

  /** A reference ends here, kept for the learners of its session; a learner gets it, now or when it comes. */
  const pair = inOrder(async (msg: NodeMessage) => {
    const mel = await fittingMel(msg.payload, model, folders);
    const session = sessionOf(msg);
    if (pronunciationOf(msg).role === 'reference') {
      checkReference(mel);
      pairing.put(session, { mel, words: wordsOf(msg) });
      // What goes wrong here goes wrong for the learner too, whose message reports it.
      stage.engine.run({ kind: 'prepare', model, modelFolders: folders, reference: mel }).catch(() => undefined);
      stage.show('waiting', 'ready');
      return null;
    }
    if (pairing.lacks(session)) stage.show('waiting', 'waiting');
    // Wrapped: the next message is not to wait until this one's reference has come.
    return { learner: mel, reference: pairing.take(session) };
  });

  return async (msg) => {
    const pending = await pair(msg);
    if (pending === null) return null;
    const { mel: reference, words } = await pending.reference;
    stage.show('busy', 'working');
    const { learner } = pending;
    const facts = judgedFacts(msg);
    const { image, ...details } = await stage.engine.run(
      { kind: 'score', model, modelFolders: folders, learner, reference, words, facts, calibration, pairPicture },
      { begun: true },
    );
    const score = scoreOf(RED, details, tiers);
    addFacts(msg, { score });
    msg.payload = payloadOf(score);
    if (image !== undefined) msg.image = image;
    showScore(RED, stage, score);
    return score.value === null ? [null, msg] : [msg, null];
  };
}
