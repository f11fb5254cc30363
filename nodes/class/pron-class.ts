import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { shown } from '../../base/describe';
import { PronError } from '../../base/errors';
import { pronunciationOf } from '../lib/facts';
import { createPinCheck } from '../lib/pin-check';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Outgoing, type Stage } from '../lib/stage';
import { teachersPin, type PinCredentials } from '../lib/teachers-pin';
import { learnerTopics, type LearnerAnswer } from './learner';
import { announceChanges } from './announce';
import { openStore, storageFault } from './open-store';
import { isResult } from './result-of';
import { CLASS_FIELDS, type ClassSettings } from './settings';
import { isTeacherTopic, teacherTopics, wantsAll, type TeacherAnswer } from './teacher';

export = (RED: NodeAPI): void => {
  function PronClass(this: Node<PinCredentials>, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => teaching(RED, this, stage, readSettings(CLASS_FIELDS, config)));
  }
  RED.nodes.registerType('pron-class', PronClass, { credentials: { pin: { type: 'password' } } });
};

function teaching(RED: NodeAPI, node: Node<PinCredentials>, stage: Stage, settings: ClassSettings): Handle {
  const checkPin = createPinCheck(teachersPin(RED, node));
  const opening = openStore(RED, node, stage, settings).then((store) => {
    const changes = announceChanges(node, stage.show, store);
    changes.look();
    return { learner: learnerTopics(store, settings), teacher: teacherTopics(store, settings), changes };
  });
  stage.watch(opening);
  stage.onClose(async () => (await opening.catch(() => undefined))?.changes.close());

  return async (msg) => {
    const { learner, teacher, changes } = await opening;
    const { topic } = msg as { readonly topic?: unknown };
    try {
      if (isTeacherTopic(topic) && !isResult(msg)) {
        const { session } = pronunciationOf(msg);
        checkPin((msg as { readonly pin?: unknown }).pin, typeof session === 'string' ? session : undefined);
        if (topic === 'overview') changes.subscribe(msg, wantsAll(msg));
        const answer = await teacher[topic](msg);
        changes.look();
        return forTeacher(msg, answer);
      }
      const handle = isResult(msg) ? learner.result : topic === 'join' ? learner.join : topic === 'leave' ? learner.leave : undefined;
      if (handle === undefined) throw new PronError('PRON_CLASS_TOPIC', { topic: shown(topic) });
      const answer = await handle(msg);
      changes.look();
      return [null, forLearner(RED, msg, answer)];
    } catch (error) {
      throw storageFault(error, settings.className);
    }
  };
}

/** The answer, and what all learners are told. It holds neither the PIN nor the teacher's address. */
function forTeacher(msg: NodeMessage, answer: TeacherAnswer): Outgoing {
  const forAll = (): NodeMessage | null => {
    if (answer.topic === 'started' || answer.topic === 'ended') return { topic: answer.topic, payload: answer.payload };
    return answer.topic === 'deleted' ? { topic: 'left', payload: { seat: null } } : null;
  };
  return [Object.assign(withoutSecrets(msg), answer), forAll()];
}

function forLearner(RED: NodeAPI, msg: NodeMessage, answer: LearnerAnswer): NodeMessage {
  if (answer.topic !== 'refused') return Object.assign(withoutSecrets(msg), answer);
  const { topic, reason, free, recordings } = answer;
  const payload = { reason, message: RED._(`refused.${reason}`), ...(free && { free }), recordings };
  return Object.assign(withoutSecrets(msg), { topic, payload });
}

/** Takes out the PIN, and the recording, which is kept or not: nobody behind the class needs it. */
function withoutSecrets(msg: NodeMessage): NodeMessage {
  for (const name of ['pin', 'recording']) Reflect.deleteProperty(msg, name);
  return msg;
}
