import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { serialise } from '../../base/serialise';
import type { Contour } from '../../pipeline/facts';
import type { MelSpectrogram, Word } from '../../pipeline/types';
import { calibrationPath } from './calibrations';
import { addFacts, contourOf, knownFacts } from '../lib/facts';
import { modelFolders } from '../lib/models';
import { serveModelRoutes } from '../lib/models-route';
import { createPairing } from '../lib/pairing';
import { isReference, sessionOf } from '../lib/session';
import { wordsOf } from '../lib/words';
import { checkReference, fittingMel, prepareReference } from './input';
import { payloadOf, scoreOf, showScore } from './result';
import { readSettings } from '../lib/settings';
import { SCORE_FIELDS } from './settings';
import { startStage, type Handle, type Stage } from '../lib/stage';

/** The data that is stored for the learners of a session. */
interface Reference {
  readonly mel: MelSpectrogram;
  readonly words: readonly Word[];
  readonly contour: Contour | undefined;
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

  /** A reference is stored for the learners of its session, and its message ends here. A learner gets the reference, now or when it
   *  comes. */
  const pair = serialise(async (msg: NodeMessage) => {
    const mel = await fittingMel(msg.payload, model, folders);
    const isFromStage = stage.receive.ownFacts(msg, mel.data);
    const session = sessionOf(msg);
    if (isReference(msg)) {
      checkReference(mel);
      const prepared = prepareReference(stage.engine, { kind: 'prepare', model, modelFolders: folders, reference: mel });
      // The values of a mel node are valid. Values from elsewhere are checked before they replace a reference.
      if (isFromStage) prepared.catch(() => undefined);
      else await prepared;
      pairing.put(session, { mel, words: wordsOf(msg), contour: contourOf(msg) });
      stage.show('waiting', 'ready');
      return null;
    }
    if (pairing.lacks(session)) stage.show('waiting', 'waiting');
    // Wrapped in an object: the next message must not wait for this one's reference.
    return { learner: mel, reference: pairing.take(session) };
  });

  return async (msg) => {
    const pending = await pair(msg);
    if (pending === null) return null;
    const { mel: reference, words, contour } = await pending.reference;
    stage.show('busy', 'working');
    const { learner } = pending;
    const facts = knownFacts(msg);
    const own = contourOf(msg);
    const contours = own && contour && { learner: own, reference: contour };
    const { image, prosody, ...details } = await stage.engine.run(
      { kind: 'score', model, modelFolders: folders, learner, reference, words, facts, calibration, pairPicture, contours },
      { begun: true },
    );
    const score = scoreOf(RED, details, tiers, facts.heard);
    addFacts(msg, { score, ...(prosody && { prosody }) });
    msg.payload = payloadOf(score);
    if (image !== undefined) msg.image = image;
    showScore(RED, stage, score);
    return score.value === null ? [null, msg] : [msg, null];
  };
}
