import { createFlow } from '../flow/flow';
import type { Example } from '../flow/example';

const INFO = `**The protocol has no password**: whoever can listen in on the network hears the satellite's room.

1. Start a satellite, for example *wyoming-satellite* on a Pi Zero: docs/house.md has the command. Set **Address** in the satellite node, deploy.
2. Say "turn the light on, please", "light off", 불 켜 줘 or 불 꺼 줘 in the language of the node *in this language*. The switch node looks for the words
in the text that was heard; whatever else was said switches nothing.
3. The voice answers on the satellite's loudspeaker.

Without a satellite press **heard: light on**. All is done on this machine, and on the satellite. It needs the package @makerspeech/pronunciation-ear.`;

/** Words that are looked for in what was heard, as regular expressions, what the light gets, and what the voice says. */
const COMMANDS = [['\\bon\\b|켜', true, 'The light is on.'], ['\\boff\\b|꺼|끄', false, 'The light is off.']] as const;

/** The example of the satellite node. */
export function satelliteExample(): Example {
  const flow = createFlow('satellite', 'Switches a light by voice, from the microphone of a satellite, and answers there.');
  flow.add('comment', 'comment', { name: 'Set the address of the satellite, deploy, and say "turn the light on, please"', info: INFO, at: [340, 40] });
  flow.add('satellite', 'pron-satellite', { at: [120, 140], to: ['in this language'] });
  flow.add('in this language', 'change', {
    name: 'in this language', rules: [{ t: 'set', p: 'pronunciation.language', pt: 'msg', to: 'en', tot: 'str' }], at: [300, 140], to: ['hear'],
  });
  flow.add('hear', 'pron-hear', { expect: 'none', at: [460, 140], to: [[], ['words', 'heard']] });
  flow.add('heard', 'debug', { name: 'what was heard', at: [640, 200] });
  flow.add('heard: light on', 'inject', { name: 'heard: light on', props: [{ p: 'payload' }], payload: 'light on', payloadType: 'str', at: [440, 80], to: ['words'] });
  flow.add('words', 'switch', {
    name: 'which words?', rules: COMMANDS.map(([v]) => ({ t: 'regex', v, vt: 'str', case: true })), checkall: 'false', outputs: COMMANDS.length,
    at: [640, 140], to: COMMANDS.map(([, value]) => [`light ${String(value)}`, `say ${String(value)}`]),
  });
  COMMANDS.forEach(([, value, sentence], i) => {
    flow.add(`light ${String(value)}`, 'change', {
      name: value ? 'on' : 'off', rules: [{ t: 'set', p: 'payload', pt: 'msg', to: String(value), tot: 'bool' }], at: [810, 100 + 80 * i], to: ['light'],
    });
    flow.add(`say ${String(value)}`, 'change', {
      name: value ? 'say on' : 'say off', rules: [{ t: 'set', p: 'payload', pt: 'msg', to: sentence, tot: 'str' }], at: [820, 260 + 40 * i], to: ['voice'],
    });
  });
  flow.add('light', 'debug', { name: 'light', tostatus: true, at: [950, 140] });
  flow.add('voice', 'pron-tts', { language: 'en', at: [950, 280], to: ['back'] });
  flow.add('back', 'link out', { name: '', mode: 'link', links: [flow.id('answer')], at: [1165, 280], to: [] });
  flow.add('answer', 'link in', { name: '', links: [flow.id('back')], at: [40, 220], to: ['satellite'] });
  flow.add('catch', 'catch', { at: [120, 340], to: ['error'] });
  flow.add('error', 'debug', { name: 'what went wrong', complete: 'error', at: [320, 340] });
  return { file: '16 - Voice commands from a satellite.json', nodes: flow.nodes() };
}
