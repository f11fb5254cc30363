import { createFlow } from '../flow/flow';
import type { Example } from '../flow/example';

const INFO = `Press **speak English** or **speak Korean** and say it within three seconds: "turn the light on, please", "light off", "불 켜 줘", "불 꺼 줘". The microphone is that of the machine that runs Node-RED. The switch node looks for the words in the text that was heard; whatever else was said switches nothing.

Without a microphone press **a voice: on** or **a voice: off**: the built-in voice says it in English. Its Korean is too far from a person's for the ear. **heard 불 켜 줘** and **heard 불 꺼 줘** send these words to the switch as if they had been heard.

A tts node makes references, which the hear node does not listen to: the change node says that this one is a learner's.

On a Raspberry Pi wire an *rpi-gpio out* node in place of the LED. All is done on this machine. It needs the package @makerspeech/pronunciation-ear.`;

const LISTEN_SECONDS = 3;

/** Words that are looked for in what was heard, as regular expressions, and the value that they send. */
const WORDS = [['\\bon\\b|켜', true], ['\\boff\\b|꺼|끄', false]] as const;

/** The example of the hear node. */
export function hearExample(): Example {
  const flow = createFlow('hear', 'Switches an LED by voice, in Korean and in English.');
  flow.add('comment', 'comment', { name: 'Press "speak English" and say "turn the light on, please": the LED gets true', info: INFO, at: [320, 40] });
  [['English', 'en'], ['Korean', 'ko']].forEach(([name = '', language = ''], i) => {
    flow.add(`speak ${language}`, 'inject', {
      name: `speak ${name}`,
      props: [{ p: 'payload' }, { p: 'pronunciation', v: JSON.stringify({ language }), vt: 'json' }],
      payload: 'true',
      payloadType: 'bool',
      at: [140, 140 + 40 * i],
      to: ['mic'],
    });
  });
  flow.add('mic', 'pron-mic', { mode: 'fixed', seconds: LISTEN_SECONDS, at: [330, 160], to: [['hear'], []] });
  ['on', 'off'].forEach((word, i) => {
    flow.add(`voice ${word}`, 'inject', {
      name: `a voice: ${word}`,
      props: [{ p: 'payload' }, { p: 'pronunciation', v: JSON.stringify({ language: 'en' }), vt: 'json' }],
      payload: `Turn the light ${word}, please.`,
      payloadType: 'str',
      at: [140, 240 + 40 * i],
      to: ['voice'],
    });
  });
  flow.add('voice', 'pron-tts', { language: 'en', at: [330, 260], to: ['learner'] });
  flow.add('learner', 'change', {
    name: 'as a learner',
    rules: [{ t: 'set', p: 'pronunciation.role', pt: 'msg', to: 'learner', tot: 'str' }],
    at: [490, 260],
    to: ['hear'],
  });
  flow.add('hear', 'pron-hear', { expect: 'none', at: [650, 200], to: [[], ['words', 'heard']] });
  flow.add('heard', 'debug', { name: 'what was heard', at: [840, 260] });
  ['불 켜 줘', '불 꺼 줘'].forEach((text, i) => {
    flow.add(text, 'inject', { name: `heard ${text}`, props: [{ p: 'payload' }], payload: text, payloadType: 'str', at: [650, 80 + 40 * i], to: ['words'] });
  });
  flow.add('words', 'switch', {
    name: 'which words?',
    rules: WORDS.map(([v]) => ({ t: 'regex', v, vt: 'str', case: true })),
    checkall: 'false',
    outputs: WORDS.length,
    at: [840, 160],
    to: WORDS.map(([, value]) => [String(value)]),
  });
  WORDS.forEach(([, value], i) => {
    flow.add(String(value), 'change', {
      name: value ? 'on' : 'off',
      rules: [{ t: 'set', p: 'payload', pt: 'msg', to: String(value), tot: 'bool' }],
      at: [990, 140 + 40 * i],
      to: ['LED'],
    });
  });
  flow.add('LED', 'debug', { name: 'LED', tostatus: true, at: [1120, 160] });
  flow.add('catch', 'catch', { at: [130, 360], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [340, 360] });
  return { file: '10 - Switch an LED by voice.json', nodes: flow.nodes() };
}
