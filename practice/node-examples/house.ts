import { discoveryTopics, topicsOf } from '../../nodes/house/topics';
import { HOUSE_FIELDS } from '../../nodes/house/settings';
import { createFlow } from '../flow/flow';
import { recordingButton, TRIES } from '../flow/recordings';
import type { Example } from '../flow/example';

const TOPICS = topicsOf(HOUSE_FIELDS.station.default);
const { status } = discoveryTopics(HOUSE_FIELDS.station.default, HOUSE_FIELDS.prefix.default);

const INFO = `1. Open an mqtt node and set the broker: its address, and a user and a password if it has them. Deploy.
2. Press **the voice**, then **a learner**: the result goes to the topics of \`${TOPICS.result.replace('/result', '')}\`. Watch them with
\`mosquitto_sub -v -t 'pronunciation/#'\`.
3. For Home Assistant tick **Home Assistant** in the house node and deploy. With its MQTT integration the station appears by itself: score, verdict,
attempt, noise, picture and sentence.
4. Write another sentence into *Sentence* in Home Assistant, or send it to \`${TOPICS.setSay}\`: the voice says it.

The broker's configuration has the birth \`online\` and the last will \`offline\`, so that the house knows whether the station is there. Whoever may
read the broker sees who got which points: docs/house.md.`;

/** The last will of a connection that ends in whatever way. */
function lifeSigns(): object {
  const sign = (when: string, payload: string): object =>
    ({ [`${when}Topic`]: TOPICS.availability, [`${when}Qos`]: '1', [`${when}Retain`]: 'true', [`${when}Payload`]: payload, [`${when}Msg`]: {} });
  return { ...sign('birth', 'online'), ...sign('close', 'offline'), ...sign('will', 'offline') };
}

/** The example of the house node. */
export function houseExample(): Example {
  const flow = createFlow('house', 'Tells Home Assistant, or anybody on an MQTT broker, how an attempt went.');
  const broker = flow.id('broker');
  const { text, language } = TRIES['ko-correct'];
  const facts = JSON.stringify({ session: language, language });
  flow.add('comment', 'comment', { name: 'Set the broker in an mqtt node, press "the voice", then "a learner": the score is in the house', info: INFO, at: [370, 40] });
  flow.add('the voice', 'inject', {
    name: 'the voice', topic: 'say', payload: text, payloadType: 'str', at: [120, 120], to: ['tts', 'house'],
    props: [{ p: 'payload' }, { p: 'topic', vt: 'str' }, { p: 'pronunciation', v: facts, vt: 'json' }],
  });
  flow.add('its language', 'change', {
    name: 'in this language', rules: [{ t: 'set', p: 'pronunciation', pt: 'msg', to: facts, tot: 'json' }], at: [130, 180], to: ['tts'],
  });
  flow.add('tts', 'pron-tts', { at: [330, 120], to: ['play', 'reference mel'] });
  flow.add('play', 'pron-play', { name: 'hear it', at: [480, 80] });
  flow.add('reference mel', 'pron-mel', { at: [480, 140], to: ['score'] });
  recordingButton(flow, 'a learner', 'ko-correct', { name: 'a learner', at: [120, 260], to: ['read'] });
  recordingButton(flow, 'another sentence', 'ko-another-sentence', { name: 'another sentence', at: [140, 310], to: ['read'] });
  flow.add('record', 'inject', {
    name: 'record me', payload: 'true', payloadType: 'bool', props: [{ p: 'payload' }, { p: 'pronunciation', v: facts, vt: 'json' }], at: [120, 370], to: ['mic'],
  });
  flow.add('mic', 'pron-mic', { mode: 'silence', at: [290, 370], to: [['noise'], []] });
  flow.add('read', 'file in', { name: 'read it', at: [290, 280], to: ['noise'] });
  flow.add('noise', 'pron-noise', { at: [440, 310], to: ['vad'] });
  flow.add('vad', 'pron-vad', { at: [560, 310], to: ['mel'] });
  flow.add('mel', 'pron-mel', { at: [680, 310], to: ['score'] });
  flow.add('score', 'pron-score', { pairPicture: true, at: [850, 220], to: [['house'], ['house']] });
  const heard = [['Home Assistant begins', status], ['the broker is there', TOPICS.availability], ['a sentence is set', TOPICS.setSay]] as const;
  for (const [i, [name, topic]] of heard.entries()) {
    flow.add(topic, 'mqtt in', { name, topic, qos: '1', datatype: 'utf8', broker, at: [640, 380 + 50 * i], to: ['house'] });
  }
  flow.add('house', 'pron-house', { at: [1030, 320], to: [['to the broker', 'told'], ['its language']] });
  flow.add('to the broker', 'mqtt out', { broker, name: 'to the broker', at: [1210, 290], to: [] });
  flow.add('told', 'debug', { name: 'what the house is told', at: [1240, 350] });
  flow.add('catch', 'catch', { at: [120, 470], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [300, 470] });
  flow.config('broker', 'mqtt-broker', {
    name: 'the broker of the house', broker: '127.0.0.1', port: '1883', clientid: '', autoConnect: true, usetls: false, protocolVersion: '4', keepalive: '60',
    cleansession: true, autoUnsubscribe: true, ...lifeSigns(), userProps: '', sessionExpiry: '',
  });
  return { file: '15 - The score in Home Assistant.json', nodes: flow.nodes() };
}
