import { createFlow, type Flow, type Placed } from '../lib/flow';
import { flowFile } from '../lib/files';
import { recordingButton, sentenceButton } from '../lib/recordings';
import type { Example } from '../lib/write';
import { addDashboard } from './dashboard';
import { practicePage } from './page/page';

const INFO = `Open [/dashboard/practice](/dashboard/practice). Needs the palette **@flowfuse/node-red-dashboard**.

The page sends what the learner does to *what the page asks for*; what comes back goes to the page of that learner only.
The stages in between are the same nodes as in every other example: leave one out, add one, change the order.`;

const COMMENT = `1. Open [/dashboard/practice](/dashboard/practice), on this machine, a phone or a touch screen.
2. Choose language, voice and sentence. The sentences are in the file *pronunciation-sentences.txt* in the user
directory of Node-RED: edit it and open the page again.
3. Press **Record**, or score one of the recordings that came along.

Hang an LED, a gauge or a log on the first output of the score node: its payload is a number from 0 to 100.`;

type Add = (key: string, name: string, placed: Placed & { readonly outputs?: number }) => string;

/** A Function node whose code is the file of its key. */
function functionsOf(flow: Flow): Add {
  return (key, name, { outputs = 1, ...placed }) =>
    flow.add(key, 'function', { name, func: flowFile(`practice/functions/${key}.js`), outputs, ...placed });
}

function addPage(flow: Flow, add: Add): void {
  flow.add('comment', 'comment', { name: 'Open /dashboard/practice and record a sentence', info: COMMENT, at: [250, 40] });
  flow.add('template', 'ui-template', {
    name: 'practice page', group: flow.id(addDashboard(flow)), page: '', ui: '', order: 1, width: '12', height: '0', head: '',
    format: practicePage(), storeOutMessages: false, passthru: false, resendOnRefresh: false, templateScope: 'local', className: '',
    at: [120, 300], to: ['route'],
  });
  add('route', 'what the page asks for', {
    outputs: 7, at: [330, 300],
    to: [['list'], ['voice'], ['voice'], ['one-at-a-time'], ['one-at-a-time'], ['keep-recording'], ['bundled']],
  });
  add('answer', 'to this learner only', { at: [1580, 40], to: ['template'] });
}

function addSentences(flow: Flow, add: Add): void {
  const env = (name: string): object => ({ filename: name, filenameType: 'env', format: 'utf8', encoding: 'utf8' });
  flow.add('list', 'file in', { name: "the teacher's sentences", ...env('PRONUNCIATION_SENTENCES'), at: [590, 100], to: ['sentences'] });
  flow.add('no-list', 'catch', { name: 'no list yet', scope: [flow.id('list')], at: [560, 40], to: ['first-list'] });
  flow.add('first-list', 'file in', {
    name: 'sentences to begin with', ...env('PRONUNCIATION_BUNDLED_SENTENCES'), at: [770, 40], to: ['write-list', 'sentences'],
  });
  flow.add('write-list', 'file', {
    name: 'write the list', filename: 'PRONUNCIATION_SENTENCES', filenameType: 'env', appendNewline: false, createDir: true,
    overwriteFile: 'true', encoding: 'utf8', at: [1000, 40], to: [],
  });
  add('sentences', 'read the list', { at: [820, 100], to: ['answer'] });
}

function addVoices(flow: Flow, add: Add): void {
  flow.add('voice', 'switch', {
    name: 'which voice', property: 'voice', rules: [{ t: 'eq', v: 'high', vt: 'str' }, { t: 'else' }], outputs: 2, checkall: 'false',
    at: [570, 180], to: [['high'], ['low']],
  });
  const voice = { text: 'payload', textType: 'msg', to: ['what-for'] };
  flow.add('high', 'pron-tts', { name: 'higher voice', voice: '+f3', pitch: 60, ...voice, at: [740, 160] });
  flow.add('low', 'pron-tts', { name: 'lower voice', ...voice, at: [740, 210] });
  flow.add('what-for', 'switch', {
    name: 'for the page, or aloud', property: 'topic', rules: [{ t: 'eq', v: 'aloud', vt: 'str' }, { t: 'else' }], outputs: 2,
    checkall: 'false', at: [940, 180], to: [['speed'], ['keep-reference', 'reference-vad']],
  });
  flow.add('speed', 'switch', {
    name: 'slowly?', property: 'slow', rules: [{ t: 'true' }, { t: 'else' }], outputs: 2, checkall: 'false', at: [1130, 140],
    to: [['slow'], ['loudspeaker']],
  });
  flow.add('slow', 'pron-time', { name: 'slower', mode: 'ratio', ratio: 1.4, at: [1280, 120], to: ['loudspeaker'] });
  flow.add('loudspeaker', 'pron-play', { name: 'loudspeaker', at: [1440, 140] });
  add('keep-reference', 'for the page', { at: [1150, 200], to: ['answer'] });
  flow.add('reference-vad', 'pron-vad', { name: 'vad', at: [1130, 250], to: ['reference-mel'] });
  flow.add('reference-mel', 'pron-mel', { name: 'mel', at: [1260, 250], to: ['score'] });
}

function addLearner(flow: Flow, add: Add): void {
  add('one-at-a-time', 'one learner at a time', { outputs: 2, at: [600, 300], to: [['microphone'], ['answer']] });
  flow.add('microphone', 'pron-mic', { name: 'microphone', mode: 'push', maxSeconds: 18, at: [810, 300], to: [['free-microphone'], ['level']] });
  add('free-microphone', 'free for the next', { at: [1010, 300], to: ['keep-recording'] });
  flow.add('level', 'change', {
    name: 'level', rules: [{ t: 'set', p: 'topic', pt: 'msg', to: 'level', tot: 'str' }], at: [990, 350], to: ['answer'],
  });
  add('bundled', 'a bundled recording', { at: [600, 420], to: ['read'] });
  flow.add('read', 'file in', { name: 'read it', at: [800, 420], to: ['keep-recording'] });
  add('keep-recording', 'keep it for the replay', { at: [830, 480], to: ['noise'] });
  flow.add('noise', 'pron-noise', { name: 'noise', at: [1010, 480], to: ['vad'] });
  flow.add('vad', 'pron-vad', { name: 'vad', at: [1130, 480], to: ['mel'] });
  flow.add('mel', 'pron-mel', { name: 'mel', at: [1250, 480], to: ['score'] });
}

function addResult(flow: Flow, add: Add): void {
  flow.add('score', 'pron-score', { name: 'score', pairPicture: true, at: [1400, 360], to: [['result', 'points'], ['result', 'verdict']] });
  add('result', 'for the page', { at: [1570, 360], to: ['answer'] });
  flow.add('points', 'debug', { name: 'score', at: [1560, 310] });
  flow.add('verdict', 'debug', { name: 'verdict', at: [1570, 410] });
  const watched = ['high', 'low', 'slow', 'loudspeaker', 'reference-vad', 'reference-mel', 'microphone', 'read', 'noise', 'vad', 'mel', 'score'];
  flow.add('failed', 'catch', { name: 'what went wrong', scope: watched.map(flow.id), at: [1130, 560], to: ['problem', 'error'] });
  add('problem', 'for the page', { at: [1310, 560], to: ['answer'] });
  flow.add('error', 'debug', { name: 'error', complete: 'error', at: [1300, 610] });
}

const KINDS = ['correct', 'mispronounced', 'another-sentence', 'silence'];

/** The same without the page: for those who look at the flow in the editor. */
function addButtons(flow: Flow): void {
  flow.add('buttons', 'comment', {
    name: 'Without the page: press a button and look at the score node',
    info: 'Each sends a recording that came along, as if a microphone had just made it. The voices have said both sentences when the flow began.',
    at: [250, 520],
  });
  for (const [i, language] of (['ko', 'en'] as const).entries()) {
    const x = 120 + 220 * i;
    sentenceButton(flow, `${language}-sentence`, language, { name: `${language}: the voice`, once: true, at: [x, 560], to: ['low'] });
    for (const [j, kind] of KINDS.entries()) {
      const name = `${language}: ${kind.replace('-', ' ')}`;
      recordingButton(flow, `${language}-${kind}`, `${language}-${kind}`, { name, at: [x, 600 + 40 * j], to: ['read'] });
    }
  }
}

/** The practice station: the flow that `npm start` opens. */
export function practice(): Example {
  const flow = createFlow('Practice', INFO);
  const add = functionsOf(flow);
  addPage(flow, add);
  addSentences(flow, add);
  addVoices(flow, add);
  addLearner(flow, add);
  addResult(flow, add);
  addButtons(flow);
  return { file: 'practice.json', nodes: flow.nodes() };
}
