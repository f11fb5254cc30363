import { PROJECTS, TRAFFIC_LEDS } from './hardware/pins';
import { createFlow } from '../flow/flow';
import { recordingButton } from '../flow/recordings';
import type { Example } from '../flow/example';
import { buttonAndMicrophone, COLUMN, LANGUAGE, problems } from './lib/listening';
import { ledOutput } from './lib/palette';
import { comment, tabInfo, wiringComment } from './lib/texts';

const SECONDS = 4;

/** The bundled recording with more noise: the level of the noise as a share of full scale. */
const ROOMS = [['a quiet room', 0], ['a fan', 0.012], ['a busy street', 0.05]] as const;

const ADD_NOISE = `// White noise of the level msg.noise onto 16-bit samples; a WAV file's samples begin at byte 44.
const wav = Buffer.from(msg.payload);
for (let i = 44; i + 1 < wav.length; i += 2) {
    const noise = (2 * Math.random() - 1) * Math.sqrt(3) * msg.noise;
    const sample = Math.round(wav.readInt16LE(i) + 32768 * noise);
    wav.writeInt16LE(Math.max(-32768, Math.min(32767, sample)), i);
}
msg.payload = wav;
return msg;`;

const LIGHTS = `// Outputs: the red, the yellow and the green LED. All are off while there is no measurement.
const noise = msg.pronunciation && msg.pronunciation.noise;
return ['red', 'amber', 'green'].map((light) => ({ payload: noise && noise.light === light ? 1 : 0 }));`;

/** Press the button, speak: a traffic light says whether the room is quiet enough. */
export function noiseLight(): Example {
  const flow = createFlow('Noise light', tabInfo('A traffic light for noise: press a button, speak, and see whether the room is quiet enough to practise in.'));
  wiringComment(flow, 60, PROJECTS.noise,
    'The wiring is that of the flow for the score, without the orange LED. The button joins its pin to ground, '
    + 'so the level is **0 when pressed**; the change node turns that round.');
  comment(flow, 'try', 100, '2. Try it without a microphone: press "a quiet room", "a fan", "a busy street"',
    'Each is the same bundled recording, with more and more noise added by the function node. '
    + 'The first lights the green LED, the second the yellow one, the third the red one. '
    + 'Look at the LEDs, at the status below the GPIO nodes and at the debug sidebar: it shows the signal-to-noise ratio in dB.');
  comment(flow, 'speak', 140, `3. Press the push button once and speak: it listens for ${SECONDS} seconds`,
    'All LEDs are off while it listens.\n\n| LED | `msg.pronunciation.noise.light` | the voice is above the noise by |\n|---|---|---|\n'
    + '| green | green | 20 dB and more |\n| yellow | amber | 10 dB and more |\n| red | red | less |\n\n'
    + 'Say something: silence has no voice to compare the noise with, and counts as red.');

  ROOMS.forEach(([name, level], i) => recordingButton(flow, name, `${LANGUAGE}-correct`, {
    name,
    at: [COLUMN.inject, 220 + 40 * i],
    to: ['read'],
    props: [
      { p: 'filename', v: `\${PRONUNCIATION_RECORDINGS}/${LANGUAGE}-correct.wav`, vt: 'env' },
      { p: 'noise', v: String(level), vt: 'num' },
    ],
  }));
  flow.add('read', 'file in', { name: 'read the recording', at: [COLUMN.source, 260], to: ['louder'] });
  flow.add('louder', 'function', { name: 'add noise', func: ADD_NOISE, at: [COLUMN.microphone, 260], to: ['noise'] });
  buttonAndMicrophone(flow, 380, { mode: 'fixed', seconds: SECONDS }, ['lights']);
  flow.add('noise', 'pron-noise', { at: [COLUMN.noise, 320], to: ['lights', 'measured'] });
  flow.add('measured', 'debug', { name: 'noise', complete: 'pronunciation.noise', at: [COLUMN.mel, 240] });
  flow.add('lights', 'function', { name: 'a traffic light', func: LIGHTS, outputs: TRAFFIC_LEDS.length, at: [COLUMN.mel, 320], to: TRAFFIC_LEDS.map((led) => [led]) });
  TRAFFIC_LEDS.forEach((led, i) => ledOutput(flow, led, { at: [COLUMN.score + 80, 260 + 60 * i] }));
  problems(flow, 490, ['mic', 'read', 'noise'], []);
  return { file: 'gpio/02 - Show the noise as a traffic light.json', nodes: flow.nodes() };
}
