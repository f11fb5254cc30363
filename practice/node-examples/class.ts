import { createFlow, type Flow } from '../flow/flow';
import { recordingButton, sentenceButton } from '../flow/recordings';
import type { Example } from '../flow/example';

const INFO = `1. Open the node **class**, set the PIN **246810** and deploy. Without a PIN nobody can act as the teacher.
2. Press **the voice**, then **sit on seat 1**, then **a learner** a few times.
3. Press the teacher's buttons. After *overview* the teacher gets it again after each change.

A page of a learner sends *join* and *leave*, with a session of its own in \`msg.pronunciation.session\`. Only these two topics go from a page to the class: the switch in between stops everything else. The PIN is on the teacher's messages alone, as \`msg.pin\`.

What the class keeps is in the folder *pronunciation/classes/class* of Node-RED's user directory. **delete everything** removes it.`;

/** The example's learner has the session of the bundled Korean sentence. */
const LEARNER = JSON.stringify({ session: 'ko' });
/** Anybody can read it here: change it before a class uses the flow. */
const EXAMPLE_PIN = '246810';

function addLearner(flow: Flow): void {
  const pages = { props: [{ p: 'topic', vt: 'str' }, { p: 'payload' }, { p: 'pronunciation', v: LEARNER, vt: 'json' }], payloadType: 'json' };
  flow.add('join', 'inject', { name: 'sit on seat 1', topic: 'join', payload: '{"seat":1}', ...pages, at: [130, 260], to: ['from pages'] });
  flow.add('leave', 'inject', { name: 'leave', topic: 'leave', payload: '{}', ...pages, at: [110, 310], to: ['from pages'] });
  flow.add('from pages', 'switch', {
    name: "only a learner's topics", property: 'topic', rules: [{ t: 'eq', v: 'join', vt: 'str' }, { t: 'eq', v: 'leave', vt: 'str' }], outputs: 2,
    at: [360, 280], to: [['class'], ['class']],
  });
}

function addTeacher(flow: Flow): void {
  const button = (key: string, topic: string, y: number, payload = '{}'): string =>
    flow.add(key, 'inject', {
      name: key, topic, payload, payloadType: 'json', at: [140, y], to: ['class'],
      props: [{ p: 'topic', vt: 'str' }, { p: 'payload' }, { p: 'pin', v: EXAMPLE_PIN, vt: 'str' }],
    });
  button('start an exercise', 'start', 380, '{"title":"Lesson 1","sentences":["기차도 전기도 없었다"]}');
  button('end it', 'end', 430);
  button('overview', 'overview', 480);
  button('table for a spreadsheet', 'csv', 530);
  button('delete everything', 'delete', 580);
}

/** The example of the class node. */
export function classExample(): Example {
  const flow = createFlow('class', 'Keeps the results of a class and shows them to the teacher.');
  flow.add('comment', 'comment', { name: 'Set the PIN 246810 in the class node, then press the buttons from top to bottom', info: INFO, at: [350, 40] });
  sentenceButton(flow, 'sentence', 'ko-correct', { name: 'the voice', at: [120, 120], to: ['voice'] });
  flow.add('voice', 'pron-tts', { at: [300, 120], to: ['mel'] });
  recordingButton(flow, 'recording', 'ko-correct', { name: 'a learner', at: [120, 180], to: ['read'] });
  flow.add('read', 'file in', { name: 'read the recording', at: [320, 180], to: ['mel'] });
  flow.add('mel', 'pron-mel', { at: [500, 150], to: ['score'] });
  flow.add('score', 'pron-score', { at: [640, 150], to: [['class'], ['class']] });
  addLearner(flow);
  addTeacher(flow);
  flow.add('class', 'pron-class', { at: [640, 380], to: [['to the teacher'], ['to the learner']] });
  flow.add('to the teacher', 'debug', { name: 'to the teacher', at: [840, 360] });
  flow.add('to the learner', 'debug', { name: "to the learner's page", at: [860, 410] });
  flow.add('catch', 'catch', { at: [560, 530], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [760, 530] });
  return { file: '11 - Keep the results of a class.json', nodes: flow.nodes() };
}
