import { PROJECTS, TIER_LEDS } from './hardware/pins';
import { createFlow } from '../flow/flow';
import { SENTENCES } from '../flow/recordings';
import type { Example } from '../flow/example';
import { LANGUAGE } from './lib/listening';
import { ledOutput } from './lib/palette';
import { scoring } from './lib/scoring';
import { comment, tabInfo, wiringComment } from './lib/texts';

const LIGHTS = `// Outputs: one LED each (${TIER_LEDS.join(', ')}), and the messages that make the red one blink.
const { score, heard } = msg.pronunciation || {};
const tier = score && score.tier;
const isLeftOut = Boolean(heard && heard.words) && heard.words.some(({ error }) => error === 'omission');
const isLit = (colour) => tier && (tier.colour === colour || (colour === 'red' && isLeftOut));
const leds = ${JSON.stringify(TIER_LEDS).replaceAll('"', "'").replaceAll(',', ', ')}.map((colour) => ({ payload: isLit(colour) ? 1 : 0 }));
// The reset stops blinking that an earlier message started.
const blinks = [{ reset: true }];
if (msg.error || (score && !tier)) {
    for (const payload of [1, 0, 1, 0, 1, 0]) blinks.push({ payload });
}
return [...leds, blinks];`;

/** Columns right of the score node. */
const AFTER = { checks: 1180, lights: 1390, blink: 1540, leds: 1680 } as const;

/** Hold the button, speak, let go: one of four LEDs shows the tier. */
export function scoreLeds(): Example {
  const flow = createFlow('Score LEDs', tabInfo('Hold a button, say the sentence, let go: a red, orange, yellow or green LED shows how good it was.'));
  wiringComment(flow, 60, PROJECTS.tiers,
    'The button joins its pin to ground while it is pressed. The GPIO node switches on the resistor inside the Pi that pulls the pin up, '
    + 'so the level is 1 when nobody presses and **0 when pressed**; the change node turns that round. '
    + 'The long leg of an LED goes to the GPIO pin, the short one through the resistor to ground.');
  comment(flow, 'try', 100, '2. Try it without a microphone: press "red" to "green", then "a native speaker"',
    'The four buttons beside the LEDs light one each, to check the wiring.\n\n'
    + 'At the start the voice says the sentence once; wait until the score node shows that the reference is ready. '
    + '"A native speaker" lights the green LED or the yellow one, "a learner with errors" one further down. '
    + '"Another sentence" and "nobody speaks" get no score: all LEDs go off, and **the red one blinks three times**. '
    + 'Look at the LEDs, at the status below the GPIO nodes and at the debug sidebar.');
  comment(flow, 'speak', 140, '3. Hold the push button while you say the sentence, then let go',
    `The sentence is: ${SENTENCES[LANGUAGE]}\n\nAll LEDs are off while you speak. `
    + 'After letting go exactly one lights, and stays on until the next try: the LED of the tier\'s colour. '
    + 'If you leave a word out, the red one is lit beside it.\n\n'
    + 'The score node holds the tiers: which score begins one, its name and its colour. Edit them there, and the LEDs follow. '
    + 'The red LED **blinks** if there is no score: too quiet, too noisy, another sentence, '
    + 'or a problem such as a missing microphone. The debug sidebar says which.\n\n'
    + 'To practise another sentence, change the text and the language in "the voice".');
  scoring(flow, 200, { scored: ['lights'], refused: ['lights'], problem: ['lights'], pressed: ['lights'] });
  flow.add('lights', 'function', { name: 'one LED for the tier', func: LIGHTS, outputs: TIER_LEDS.length + 1, at: [AFTER.lights, 320], to: [...TIER_LEDS.map((led) => [led]), ['blink']] });
  TIER_LEDS.forEach((led, i) => ledOutput(flow, led, { at: [AFTER.leds, 220 + 60 * i] }));
  TIER_LEDS.forEach((colour, i) => flow.add(`check ${colour}`, 'inject', {
    name: colour, props: [{ p: 'pronunciation', v: JSON.stringify({ score: { tier: { colour } } }), vt: 'json' }],
    at: [AFTER.checks, 380 + 40 * i], to: ['lights'],
  }));
  flow.add('blink', 'delay', { name: 'blink', pauseType: 'rate', rate: '4', at: [AFTER.blink, 460], to: ['red'] });
  return { file: 'gpio/01 - Light an LED for the score.json', nodes: flow.nodes() };
}
