import { PROJECTS } from './hardware/pins';
import { LAMP_HZ, SERVO_DUTY, SERVO_HZ } from './hardware/servo';
import { createFlow } from '../flow/flow';
import { SENTENCES } from '../flow/recordings';
import type { Example } from '../flow/example';
import { LANGUAGE } from './lib/listening';
import { pulseOutput } from './lib/palette';
import { scoring } from './lib/scoring';
import { comment, tabInfo, wiringComment } from './lib/texts';

const { from, to } = SERVO_DUTY;
/** Steps in which the needle is adjusted. */
const MARKS = [0, 50, 100];
/** Columns right of the score node. */
const AFTER = { marks: 1190, levels: 1390, letGo: 1550, pins: 1700 } as const;
/** The slowest servos need half a second from end to end. */
const LET_GO_SECONDS = 1;

/** A servo's horn points at the score, and a lamp is as bright as the score is high. */
export function scoreNeedle(): Example {
  const flow = createFlow('Score needle', tabInfo('The score as the needle of a dial, by a servo, and as the brightness of an LED.'));
  wiringComment(flow, 60, PROJECTS.needle,
    'The servo\'s wires: brown or black to ground, red to 5 V, orange or white to the GPIO. A micro servo (SG90) may run on the Pi\'s 5 V. '
    + '**Anything bigger needs a supply of its own**, with its ground joined to the Pi\'s: else the Pi restarts when the servo moves.');
  comment(flow, 'adjust', 100, '2. Press 50, and put the needle onto the servo so that it points straight up',
    `Then 0 and 100 are the ends of the dial. A servo wants a pulse ${SERVO_HZ} times a second: 1 ms long at one end, 2 ms at the other. `
    + `Of the 20 ms between two pulses that is ${from} % and ${to} %, so a score becomes \`${from} + ${to - from} * score / 100\` percent. `
    + 'If yours turns the other way, swap the two numbers in the change node.\n\n'
    + `${LET_GO_SECONDS} s after a move the pulses stop (0 %): the Pi makes them by software, and the needle would tremble.`);
  comment(flow, 'try', 140, '3. Try it: press "a native speaker", or hold the push button while you say the sentence',
    `The sentence is: ${SENTENCES[LANGUAGE]}\n\n`
    + 'The needle and the lamp show the score, and stay until the next. While you speak, and if there is no score (silence, another sentence), '
    + 'the needle goes to 0 and the lamp goes out; the debug sidebar says why.\n\n'
    + 'The eye sees a lamp that is on for a quarter of the time as half as bright. So the lamp gets the square of the score.');
  scoring(flow, 200, { scored: ['needle', 'lamp level'], refused: ['zero'], problem: ['zero'], pressed: ['zero'] });
  MARKS.forEach((mark, i) => flow.add(`mark ${mark}`, 'inject', {
    name: String(mark), payload: String(mark), payloadType: 'num', at: [AFTER.marks, 460 + 40 * i], to: ['needle', 'lamp level'],
  }));
  flow.add('zero', 'change', { name: 'no score: 0', rules: [{ t: 'set', p: 'payload', pt: 'msg', to: '0', tot: 'num' }], at: [AFTER.marks, 400], to: ['needle', 'lamp level'] });
  flow.add('needle', 'change', {
    name: `${from} to ${to} %`, at: [AFTER.levels, 320], to: ['servo', 'let go'],
    rules: [{ t: 'set', p: 'payload', pt: 'msg', to: `$round(${from} + ${to - from} * payload / 100, 2)`, tot: 'jsonata' }],
  });
  flow.add('let go', 'trigger', {
    name: `0 after ${LET_GO_SECONDS} s`, op1: '', op1type: 'nul', op2: '0', op2type: 'num', extend: true,
    duration: String(LET_GO_SECONDS), units: 's', at: [AFTER.letGo, 380], to: ['servo'],
  });
  flow.add('lamp level', 'change', {
    name: 'square', at: [AFTER.levels, 460], to: ['lamp'],
    rules: [{ t: 'set', p: 'payload', pt: 'msg', to: '$round(payload * payload / 100, 1)', tot: 'jsonata' }],
  });
  pulseOutput(flow, 'servo', SERVO_HZ, { at: [AFTER.pins, 320] });
  pulseOutput(flow, 'lamp', LAMP_HZ, { at: [AFTER.pins, 460] });
  return { file: 'gpio/03 - Show the score with a servo and a lamp.json', nodes: flow.nodes() };
}
