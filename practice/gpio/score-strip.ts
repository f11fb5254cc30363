import { PROJECTS } from './hardware/pins';
import type { Example } from '../flow/example';
import { flowFile } from '../flow/files';
import { createFlow } from '../flow/flow';
import { SENTENCES } from '../flow/recordings';
import { sharedCode } from '../flow/shared-code';
import { LANGUAGE } from './lib/listening';
import { scoring } from './lib/scoring';
import { comment, tabInfo, wiringComment } from './lib/texts';

/** A strip as it is sold, and the address that WLED's access point has before it is told of the Wi-Fi. */
const STRIP = { STRIP_ADDRESS: '4.3.2.1', STRIP_LEDS: '30' } as const;

/** Columns right of the score node. */
const AFTER = { colours: 1400, strip: 1580, answer: 1740 } as const;

/** The code of *the colours*. */
export function coloursCode(): string {
  return [sharedCode('practice/station/marked-words.ts'), flowFile('gpio/strip.js')].join('\n');
}

/** A strip of LEDs with WLED shows each syllable of what was said. */
export function scoreStrip(): Example {
  const flow = createFlow('Score strip', tabInfo('A strip of LEDs shows each syllable in the colour of its score.'), STRIP);
  wiringComment(flow, 60, PROJECTS.strip,
    'The strip is not wired to the Pi. It hangs on a small board (ESP8266 or ESP32) with [WLED](https://kno.wled.ge), which takes the colours over Wi-Fi.');
  comment(flow, 'address', 100, '2. Write the address of the strip into the tab\'s properties',
    'Double-click the tab. Under environment variables, `STRIP_ADDRESS` is the address of WLED, for example `wled.local` or `192.168.1.40`, '
    + 'and `STRIP_LEDS` is the number of LEDs. Deploy.');
  comment(flow, 'speak', 140, '3. Try it: press "a native speaker", or hold the push button while you say the sentence',
    `The sentence is: ${SENTENCES[LANGUAGE]}\n\n`
    + '| LED | means |\n|---|---|\n| green, yellow, orange, red | a syllable, in the colour of its tier |\n| blue | words that were left out |\n'
    + '| violet | a word that was added |\n| dark | between words |\n\n'
    + 'The strip is dark while you speak, and if there is no score. Without the ear there is one LED for each word.\n\n'
    + 'No strip yet? The status of *the colours* says how many LEDs would be lit.');
  const watched = ['colours'];
  scoring(flow, 200, { scored: watched, refused: watched, problem: watched, pressed: watched });
  flow.add('colours', 'function', { name: 'the colours', func: coloursCode(), at: [AFTER.colours, 320], to: ['strip'] });
  flow.add('strip', 'http request', { name: 'the strip', method: 'POST', ret: 'obj', senderr: true, at: [AFTER.strip, 320], to: [] });
  flow.add('no strip', 'catch', { name: 'no strip', scope: [flow.id('strip')], at: [AFTER.colours, 400], to: ['say no strip'] });
  flow.add('say no strip', 'debug', { name: 'the strip does not answer', complete: 'error', at: [AFTER.answer, 400] });
  return { file: 'gpio/04 - Colour a strip of LEDs word by word.json', nodes: flow.nodes() };
}
