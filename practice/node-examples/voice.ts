import { createFlow } from '../flow/flow';
import { recordingButton, TRIES } from '../flow/recordings';
import type { Example } from '../flow/example';

const INFO = `1. Open the node **teacher's voice**, set the PIN **246810** and deploy. Without a PIN nobody can record.
2. Press **a recording of Ms Kim**. It is kept in the folder *pronunciation/voices/Ms Kim* of Node-RED's user directory.
3. Press **her sentence**: the tts node plays her recording. Press **another sentence**: she has not recorded it, so the built-in voice
says it, and *pronunciation.voice* tells that.
4. **delete her voice** removes the folder.

The PIN is on the messages that record and delete, as \`msg.pin\`.`;

/** Anybody can read it here: change it before a class uses the flow. */
const EXAMPLE_PIN = '246810';
const TEACHER = 'Ms Kim';

/** The example of the voice node. */
export function voiceExample(): Example {
  const flow = createFlow('voice', "Keeps a teacher's recordings as a voice, and speaks with it.");
  const { text, language } = TRIES['ko-correct'];
  const speak = (key: string, payload: string, y: number): string =>
    flow.add(key, 'inject', {
      name: key, payload, payloadType: 'str', at: [120, y], to: ['tts'],
      props: [{ p: 'payload' }, { p: 'voice', v: TEACHER, vt: 'str' }, { p: 'pronunciation', v: JSON.stringify({ language }), vt: 'json' }],
    });
  flow.add('comment', 'comment', { name: "Set the PIN 246810 in the voice node, then press the buttons from top to bottom", info: INFO, at: [350, 40] });
  recordingButton(flow, 'recording', 'ko-correct', { name: `a recording of ${TEACHER}`, at: [150, 120], to: ['read'] });
  flow.add('read', 'file in', { name: 'read it', at: [330, 120], to: ['as hers'] });
  flow.add('as hers', 'change', {
    name: 'as hers, with the PIN', at: [500, 120], to: ['keep'],
    rules: [
      { t: 'set', p: 'topic', pt: 'msg', to: 'keep', tot: 'str' }, { t: 'set', p: 'voice', pt: 'msg', to: TEACHER, tot: 'str' },
      { t: 'set', p: 'pin', pt: 'msg', to: EXAMPLE_PIN, tot: 'str' },
    ],
  });
  flow.add('delete her voice', 'inject', {
    name: 'delete her voice', topic: 'delete', at: [140, 180], to: ['keep'],
    props: [{ p: 'topic', vt: 'str' }, { p: 'voice', v: TEACHER, vt: 'str' }, { p: 'pin', v: EXAMPLE_PIN, vt: 'str' }],
  });
  flow.add('keep', 'pron-voice', { at: [700, 120], to: [['to the sender'], ['to all']] });
  flow.add('to the sender', 'debug', { name: 'to the sender', at: [900, 100] });
  flow.add('to all', 'debug', { name: 'to all', at: [880, 150] });
  speak('her sentence', text, 260);
  speak('another sentence', '물 한 잔 주세요', 310);
  flow.add('tts', 'pron-tts', { name: 'her voice', engine: 'recordings', at: [330, 280], to: ['play', 'who'] });
  flow.add('play', 'pron-play', { at: [500, 260] });
  flow.add('who', 'debug', { name: 'who speaks', complete: 'pronunciation.voice', at: [520, 310] });
  flow.add('catch', 'catch', { at: [700, 230], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [900, 230] });
  return { file: "12 - Keep a teacher's recordings as a voice.json", nodes: flow.nodes() };
}
