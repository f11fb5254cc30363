import type { Flow } from '../../flow/flow';
import { addLinkIn, addLinkOut } from '../../flow/links';
import { addFunction } from './functions';

const COMMENT = `1. Open [/dashboard/practice](/dashboard/practice), on this machine, a phone or a touch screen.
2. Choose language, voice and sentence. The sentences are in the file *pronunciation-sentences.txt* in the user
directory of Node-RED. The page changes them on this machine; elsewhere it asks for the PIN that is set in this tab's
properties, under environment variables, as PRONUNCIATION_PIN.
3. Press **Record**, or score one of the bundled recordings.

4. For a class, set that PIN, deploy and open [/dashboard/class](/dashboard/class). It is the PIN of the teachers' voices too.

Connect an LED, a gauge or a log to the first output of the score node: its payload is a number from 0 to 100.`;

/** What the page asks for, in the order of the outputs of *what the page asks for*: the link that it takes, and what the link says. */
const ASKS = [
  ['hello-out', 'list-in', 'which sentences?'], ['hello-voices-out', 'which-voices-in', 'which voices?'],
  ['say-out', 'voice-in', 'say a sentence'], ['record-out', 'record-in', 'record, or stop'], ['recorded-out', 'recording-in', 'the recording'],
  ['try-out', 'bundled-in', 'a bundled recording'], ['save-out', 'save-in', 'save the list'], ['check-out', 'take-in', 'check a take'],
  ['keep-out', 'teachers-in', 'keep it, or delete it'], ['seat-out', 'class-in', 'a seat in the class'],
] as const;

const TOP = 100;
const STEP = 40;

/** The learner's page: what it asks for leaves on the right, and what comes back enters on the left. */
export function addPage(flow: Flow, group: string): void {
  flow.group('page-group', "The learner's page", () => {
    flow.add('comment', 'comment', { name: 'Open /dashboard/practice and record a sentence', info: COMMENT, at: [220, 80] });
    addLinkIn(flow, 'to-page', 'to one page', [50, 240], ['answer']);
    addFunction(flow, 'answer', 'to this learner only', { at: [170, 240], to: ['widget'] });
    addLinkIn(flow, 'to-pages', 'to every page', [50, 320], ['widget']);
    flow.add('widget', 'ui-pron-practice', {
      name: 'practice page', group: flow.id(group), order: 1, width: '12', height: '1', shows: 'all', fill: true, className: '',
      at: [360, 280], to: ['route'],
    });
    addFunction(flow, 'route', 'what the page asks for', {
      outputs: 13, at: [560, 280],
      to: [
        ['hello-out', 'hello-voices-out'], ['say-out'], ['say-out'], ['record-out'], ['record-out'], ['recorded-out'], ['try-out'], ['say-out'], ['save-out'],
        ['check-out'], ['keep-out'], ['keep-out'], ['seat-out'],
      ],
    });
    for (const [i, [key, target, label]] of ASKS.entries()) addLinkOut(flow, key, target, [710, TOP + STEP * i], label);
  });
}
