import { createFlow, type Flow } from '../flow/flow';
import { recordingButton, sentenceButton } from '../flow/recordings';
import type { Example } from '../flow/example';
import { addBroker } from './broker';
import { addRecord } from './record';

const INFO = `One computer scores for the whole class and keeps its results. Each seat has a small board with a microphone.

1. Install **mosquitto** on this computer. docs/pool.md has a configuration with TLS, and with a name and rights for each seat.
2. Deploy. The status of **worker** says *ready*. A second computer with the same node and the same broker doubles the speed.
3. Open **class**, set the PIN **246810** and deploy again. Without a PIN nobody can act as the teacher.
4. Try a seat on this computer: press **sit down**, **the voice**, **a learner**, and then the teacher's **overview**.
5. Copy the lower row to each board. There, write the seat's name, for example *seat-2*, into the tab's variable \`SEAT\`, and this computer's address, the seat's name and its password into **the broker**. **sit down** takes the seat whose number is in the name; **record** records a learner.

**Where the voice goes.** From the seat's board to the broker and to the worker, and no further: neither keeps it. The result, without the voice, goes to *pron/class/SEAT/result*, and the class writes it to this computer's disk. The broker lets a seat write under its own name only, so nobody can pose as another seat.`;

/** Anybody can read it here: change it before a class uses the flow. */
const EXAMPLE_PIN = '246810';
/** Of the topics under which seats send their results. */
const ROOT = 'pron/class';
const SEAT = 'seat-1';
const SEAT_NUMBER = '{ "seat": $number($match($env("SEAT"), /[0-9]+/)[0].match) }';

/** Whose message it is comes from the topic, which the broker has checked, not from what the seat says of itself. */
const FROM_SEAT = [
  { t: 'set', p: 'seat', pt: 'msg', to: '$split(topic, "/")[2]', tot: 'jsonata' },
  { t: 'set', p: 'pronunciation', pt: 'msg', to: '$merge([payload.pronunciation, { "session": seat }])', tot: 'jsonata' },
  { t: 'set', p: 'topic', pt: 'msg', to: '$split(topic, "/")[3]', tot: 'jsonata' },
];

/** Facts and points without the voice. A result that arrives twice has the same attempt, and counts once. */
const RESULT = '{ "pronunciation": $merge([$sift(pronunciation, function($value, $key) { $key in ["score", "heard", "text", "language"] }), { "attempt": _msgid }]) }';

function addTeacher(flow: Flow, broker: string): void {
  flow.add('worker', 'pron-worker', { broker, at: [110, 110], to: [] });
  flow.add('from seats', 'mqtt in', { name: 'what the seats send', topic: `${ROOT}/+/+`, qos: '1', datatype: 'json', broker, nl: false, rap: true, rh: 0, inputs: 0, at: [150, 180], to: ['whose'] });
  flow.add('whose', 'change', { name: 'whose it is', rules: FROM_SEAT, at: [340, 180], to: ['allowed'] });
  flow.add('allowed', 'switch', {
    name: "only a seat's topics", property: 'topic', rules: ['join', 'leave', 'result'].map((v) => ({ t: 'eq', v, vt: 'str' })), outputs: 3,
    at: [520, 180], to: [['class'], ['class'], ['class']],
  });
  ['overview', 'csv', 'delete'].forEach((topic, i) => {
    flow.add(topic, 'inject', {
      name: topic, topic, payload: '{}', payloadType: 'json', at: [330, 240 + 40 * i], to: ['class'],
      props: [{ p: 'topic', vt: 'str' }, { p: 'payload' }, { p: 'pin', v: EXAMPLE_PIN, vt: 'str' }],
    });
  });
  flow.add('class', 'pron-class', { at: [700, 200], to: [['to the teacher'], ['to the seat']] });
  flow.add('to the teacher', 'debug', { name: 'to the teacher', at: [880, 180] });
  flow.add('to the seat', 'debug', { name: 'kept or refused', at: [880, 230] });
}

function addSeat(flow: Flow, broker: string): void {
  flow.add('seat comment', 'comment', { name: "A seat's board: copy this row to it", info: 'Step 5 of the comment at the top.', at: [180, 420] });
  flow.add('sit', 'inject', {
    name: 'sit down', payload: SEAT_NUMBER, payloadType: 'jsonata', at: [120, 480], to: ['to class'],
    props: [{ p: 'payload' }, { p: 'topic', v: `"${ROOT}/" & $env("SEAT") & "/join"`, vt: 'jsonata' }],
  });
  sentenceButton(flow, 'sentence', 'ko-correct', { name: 'the voice', at: [120, 530], to: ['voice'] });
  flow.add('voice', 'pron-tts', { at: [330, 530], to: ['remote'] });
  recordingButton(flow, 'recording', 'ko-correct', { name: 'a learner', at: [120, 580], to: ['read'] });
  flow.add('read', 'file in', { name: 'read the recording', at: [340, 580], to: ['remote'] });
  addRecord(flow, 'ko-correct', 630, 'remote');
  flow.add('remote', 'pron-remote', { broker, at: [590, 550], to: [['points', 'result'], ['points', 'result']] });
  flow.add('points', 'debug', { name: 'points or verdict', at: [790, 600] });
  flow.add('result', 'change', {
    name: 'the result without the voice', at: [810, 550], to: ['to class'],
    rules: [
      { t: 'set', p: 'payload', pt: 'msg', to: RESULT, tot: 'jsonata' },
      { t: 'set', p: 'topic', pt: 'msg', to: `"${ROOT}/" & $env("SEAT") & "/result"`, tot: 'jsonata' },
    ],
  });
  flow.add('to class', 'mqtt out', { name: 'to the class', topic: '', qos: '1', retain: 'false', respTopic: '', contentType: '', userProps: '', correl: '', expiry: '', broker, at: [1010, 500], to: [] });
  flow.add('catch', 'catch', { at: [110, 700], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [340, 700] });
}

/** The example of the worker node. */
export function workerExample(): Example {
  const flow = createFlow('worker', 'One computer scores what the seats of a class record, and keeps the results. Needs an MQTT broker with MQTT 5, such as mosquitto.', { SEAT });
  const broker = addBroker(flow);
  flow.add('comment', 'comment', { name: 'Start mosquitto, deploy, and read what to do here', info: INFO, at: [220, 40] });
  addTeacher(flow, broker);
  addSeat(flow, broker);
  return { file: '14 - A class on one computer.json', nodes: flow.nodes() };
}
