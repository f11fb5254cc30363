import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { serialise } from '../../base/serialise';
import { scoreOf } from '../../engine/score-of';
import { calibrationPath } from './calibrations';
import { addFacts, contourOf, knownFacts } from '../lib/facts';
import { modelFolders } from '../lib/models';
import { serveModelRoutes } from '../lib/models-route';
import { isReference, sessionOf } from '../lib/session';
import { createSessions } from '../lib/sessions';
import { checkReference, fittingMel, prepareReference } from './input';
import { comparable, isSameMel, referenceIn } from './references';
import { payloadOf, showScore } from './result';
import { readSettings } from '../lib/settings';
import { SCORE_FIELDS } from './settings';
import { startStage, type Handle, type Stage } from '../lib/stage';

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
  const { model, tiers, maxSessions, maxReferences, waitSeconds, pairPicture } = settings;
  const folders = modelFolders(RED);
  const calibration = calibrationPath(RED, settings.calibration);
  if (calibration !== undefined) {
    stage.watch(stage.engine.run({ kind: 'calibration', file: calibration, model, modelFolders: folders }));
  }
  const sessions = createSessions({ maxSessions, waitMs: waitSeconds * 1000, mostVoices: maxReferences, isSameSound: isSameMel });
  stage.onClose(sessions.close);

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
      sessions.keep(session, referenceIn(msg, mel));
      const count = sessions.kept(session)?.length ?? 0;
      if (count === 1) stage.show('waiting', 'ready');
      else if (count > 1) stage.show('waiting', 'severalReady', { count });
      return null;
    }
    if (sessions.kept(session) === undefined) stage.show('waiting', 'waiting');
    // Wrapped in an object: the next message must not wait for this one's reference.
    return { learner: mel, references: sessions.take(session) };
  });

  return async (msg) => {
    const pending = await pair(msg);
    if (pending === null) return null;
    const [newest, ...others] = await pending.references;
    stage.show('busy', 'working');
    const { learner } = pending;
    const facts = knownFacts(msg);
    const { image, prosody, ...details } = await stage.engine.run(
      { kind: 'score', model, modelFolders: folders, learner, ...comparable(newest), others: others.map(comparable), learnerContour: contourOf(msg), facts, calibration, pairPicture },
      { begun: true },
    );
    const score = scoreOf(details, tiers, (key, values) => RED._(key, values), facts.heard);
    addFacts(msg, { score, ...(prosody && { prosody }) });
    msg.payload = payloadOf(score);
    if (image !== undefined) msg.image = image;
    showScore(RED, stage, score);
    return score.value === null ? [null, msg] : [msg, null];
  };
}
