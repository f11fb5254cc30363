import { flowFile } from '../flow/files';
import { createFlow, type Flow, type Placed } from '../flow/flow';
import { addLinks } from '../flow/links';
import { recordingButton, sentenceButton, SENTENCES, TRIES, type Try, type TryName } from '../flow/recordings';
import type { Example } from '../flow/example';
import { sharedCode } from '../flow/shared-code';
import { addDashboard } from './dashboard';

const INFO = `Open [/dashboard/practice](/dashboard/practice). Needs the palettes **@flowfuse/node-red-dashboard** and
**@makerspeech/node-red-dashboard-2-pronunciation**.

The page sends what the learner does to *what the page asks for*; what comes back goes to the page of that learner only.
The stages in between are the same nodes as in every other example: leave one out, add one, change the order.`;

const COMMENT = `1. Open [/dashboard/practice](/dashboard/practice), on this machine, a phone or a touch screen.
2. Choose language, voice and sentence. The sentences are in the file *pronunciation-sentences.txt* in the user
directory of Node-RED. The page changes them on this machine; elsewhere it asks for the PIN that is set in this tab's
properties, under environment variables, as PRONUNCIATION_PIN.
3. Press **Record**, or score one of the bundled recordings.

4. For a class, set that PIN, deploy and open [/dashboard/class](/dashboard/class). It is the PIN of the teachers' voices too.

Connect an LED, a gauge or a log to the first output of the score node: its payload is a number from 0 to 100.`;

const CLASS_COMMENT = `1. Double-click this flow's tab, write a PIN into PRONUNCIATION_PIN and deploy. The node **class** may have its own. Without a PIN nobody can act as the teacher.
2. Open [/dashboard/class](/dashboard/class), give the PIN and show the QR code. It opens the practice page, which asks each learner for a seat.
3. Only the results of learners who have a seat go to the class. Without the QR code the practice page is as it was.

Everything else: docs/class.md.`;

type Add = (key: string, name: string, placed: Placed & { readonly outputs?: number }) => string;

/** A Function node whose code is the file of its key. */
function functionsOf(flow: Flow): Add {
  return (key, name, { outputs = 1, ...placed }) =>
    flow.add(key, 'function', { name, func: flowFile(`station/functions/${key}.js`), outputs, ...placed });
}

function addPage(flow: Flow, add: Add, group: string): void {
  flow.add('comment', 'comment', { name: 'Open /dashboard/practice and record a sentence', info: COMMENT, at: [250, 40] });
  add('answer', 'to this learner only', { at: [180, 200], to: ['widget'] });
  flow.add('widget', 'ui-pron-practice', {
    name: 'practice page', group: flow.id(group), order: 1, width: '12', height: '1', shows: 'all', fill: true, className: '',
    at: [160, 300], to: ['route'],
  });
  add('route', 'what the page asks for', {
    outputs: 13, at: [390, 300],
    to: [
      ['list', 'ask-voices'], ['voice'], ['voice'], ['one-at-a-time'], ['one-at-a-time'], ['keep-recording'], ['bundled'], ['voice'], ['save-list'],
      ['take-vad'], ['teachers'], ['teachers'], ['to-class-out'],
    ],
  });
  addLinks(flow, { key: 'to-page', name: 'to the page', at: [55, 120], to: ['answer'] }, [
    { key: 'list-out', at: [1015, 100] }, { key: 'reference-out', at: [1335, 220] }, { key: 'microphone-out', at: [1195, 360] },
    { key: 'result-out', at: [1835, 320] }, { key: 'problem-out', at: [1515, 560] }, { key: 'class-answer-out', at: [1265, 830] }, { key: 'saved-out', at: [785, 140] },
    { key: 'take-out', at: [1095, 620] }, { key: 'kept-out', at: [915, 660] },
  ]);
  addLinks(flow, { key: 'to-pages', name: 'to every page', at: [55, 260], to: ['widget'] }, [
    { key: 'ear-out', at: [1315, 520] }, { key: 'class-all-out', at: [1265, 870] }, { key: 'lists-out', at: [1085, 120] }, { key: 'voices-out', at: [915, 700] },
  ]);
}

/** The code of *read the list*: a Function node has TextDecoder only through util. */
export function sentencesCode(): string {
  const bundled = Object.values<Try>(TRIES);
  return [
    'const { TextDecoder } = util;', `const BUNDLED = ${JSON.stringify(bundled)};`, sharedCode('base/decode-text.ts', 'base/fnv.ts', 'language/sentence-list/read.ts', 'practice/station/editing.ts'),
    flowFile('station/functions/sentences.js'),
  ].join('\n');
}

/** The code of *save the list*. */
export function saveListCode(): string {
  return [
    'const { TextDecoder } = util;', sharedCode('base/decode-text.ts', 'base/fnv.ts', 'practice/station/editing.ts', 'practice/station/changed-list.ts'),
    flowFile('station/functions/save-list.js'),
  ].join('\n');
}

/** The code of *for the page*, behind the voices. */
export function referenceCode(): string {
  return [sharedCode('language/sayings.ts'), flowFile('station/functions/keep-reference.js')].join('\n');
}

/** The code of *for the page*, behind the score node. */
export function resultCode(): string {
  return [sharedCode('pipeline/siamese/changes.ts'), sharedCode('practice/station/marked-words.ts'), sharedCode('pipeline/prosody/remarks.ts'), flowFile('station/functions/result.js')].join('\n');
}

/** The code of *what a take lacks*. */
export function takeCode(): string {
  return [sharedCode('practice/station/take-faults.ts'), flowFile('station/functions/take.js')].join('\n');
}

function addSentences(flow: Flow, add: Add): void {
  // As bytes: an editor may have saved the list in another encoding than UTF-8.
  const env = (name: string): object => ({ filename: name, filenameType: 'env', format: '', encoding: 'none' });
  flow.add('list', 'file in', { name: "the teacher's sentences", ...env('PRONUNCIATION_SENTENCES'), at: [680, 100], to: ['sentences'] });
  flow.add('no-list', 'catch', { name: 'no list', scope: [flow.id('list')], at: [610, 40], to: ['no-list-yet'] });
  add('no-list-yet', 'not yet, or unreadable', { outputs: 2, at: [790, 40], to: [['first-list'], ['list-out']] });
  flow.add('first-list', 'file in', {
    name: 'sentences to begin with', ...env('PRONUNCIATION_BUNDLED_SENTENCES'), at: [1030, 40], to: ['write-list', 'sentences'],
  });
  flow.add('write-list', 'file', {
    name: 'write the list', filename: 'PRONUNCIATION_SENTENCES', filenameType: 'env', appendNewline: false, createDir: true,
    overwriteFile: 'true', encoding: 'none', at: [1240, 40], to: [],
  });
  flow.add('sentences', 'function', { name: 'read the list', func: sentencesCode(), outputs: 2, at: [900, 100], to: [['list-out', 'list-for-class'], ['lists-out']] });
  flow.add('save-list', 'function', {
    name: 'save the list', func: saveListCode(), libs: [{ var: 'fs', module: 'fs' }, { var: 'crypto', module: 'crypto' }], outputs: 2, at: [640, 140], to: [['saved-out'], ['sentences']],
  });
}

function addVoices(flow: Flow): void {
  flow.add('voice', 'switch', {
    name: 'which voice', property: 'voice', rules: [{ t: 'eq', v: 'high', vt: 'str' }, { t: 'eq', v: 'low', vt: 'str' }, { t: 'else' }], outputs: 3,
    checkall: 'false', at: [640, 200], to: [['high'], ['low'], ['teacher']],
  });
  const voice = { text: 'payload', textType: 'msg', to: ['what-for'] };
  flow.add('high', 'pron-tts', { name: 'higher voice', voice: '+f3', pitch: 60, ...voice, at: [810, 150] });
  flow.add('low', 'pron-tts', { name: 'lower voice', ...voice, at: [810, 200] });
  flow.add('teacher', 'pron-tts', { name: "teacher's recording", engine: 'recordings', ...voice, at: [820, 250] });
  flow.add('what-for', 'switch', {
    name: 'for the page, or aloud', property: 'topic',
    rules: [{ t: 'eq', v: 'aloud', vt: 'str' }, { t: 'eq', v: 'preview', vt: 'str' }, { t: 'else' }], outputs: 3,
    checkall: 'false', at: [1020, 200], to: [['speed'], ['keep-reference'], ['keep-reference', 'reference-vad']],
  });
  flow.add('speed', 'switch', {
    name: 'slowly?', property: 'slow', rules: [{ t: 'true' }, { t: 'else' }], outputs: 2, checkall: 'false', at: [1210, 160],
    to: [['slow'], ['loudspeaker']],
  });
  flow.add('slow', 'pron-time', { name: 'slower', mode: 'ratio', ratio: 1.4, at: [1360, 140], to: ['loudspeaker'] });
  flow.add('loudspeaker', 'pron-play', { name: 'loudspeaker', at: [1520, 160] });
  flow.add('keep-reference', 'function', { name: 'for the page', func: referenceCode(), outputs: 1, at: [1220, 220], to: ['reference-out'] });
  flow.add('reference-vad', 'pron-vad', { name: 'vad', at: [1240, 280], to: ['hear'] });
}

function addLearner(flow: Flow, add: Add): void {
  add('one-at-a-time', 'one learner at a time', { outputs: 2, at: [670, 320], to: [['microphone'], ['microphone-out']] });
  flow.add('microphone', 'pron-mic', { name: 'microphone', mode: 'push', maxSeconds: 63, at: [870, 300], to: [['free-microphone'], ['level']] });
  add('free-microphone', 'free for the next', { at: [1060, 290], to: ['keep-recording'] });
  flow.add('level', 'change', {
    name: 'level', rules: [{ t: 'set', p: 'topic', pt: 'msg', to: 'level', tot: 'str' }], at: [1030, 340], to: ['microphone-out'],
  });
  add('bundled', 'a bundled recording', { at: [660, 480], to: ['read'] });
  flow.add('read', 'file in', { name: 'read it', at: [840, 480], to: ['keep-recording'] });
  add('keep-recording', 'keep it for the replay', { at: [850, 420], to: ['noise'] });
  flow.add('noise', 'pron-noise', { name: 'noise', at: [1020, 420], to: ['vad'] });
  flow.add('vad', 'pron-vad', { name: 'vad', at: [1130, 420], to: ['keep-scored'] });
  add('keep-scored', 'keep what is compared', { at: [1310, 420], to: ['hear'] });
  flow.add('hear', 'pron-hear', { name: 'hear', at: [1320, 340], to: [['mel'], []] });
  flow.add('mel', 'pron-mel', { name: 'mel', at: [1450, 340], to: ['score'] });
  flow.add('ear-status', 'status', { name: 'what hear does', scope: [flow.id('hear')], at: [1000, 520], to: ['ear'] });
  add('ear', 'for every page', { at: [1180, 520], to: ['ear-out'] });
}

/** A teacher records a voice: a take is looked at, and kept where the teacher says so. */
function addTeachers(flow: Flow): void {
  flow.add('take-vad', 'pron-vad', { name: 'a take', at: [650, 620], to: ['take-hear'] });
  flow.add('take-hear', 'pron-hear', { name: 'is it the text?', at: [800, 620], to: [['take'], []] });
  flow.add('take', 'function', { name: 'what it lacks', func: takeCode(), outputs: 1, at: [970, 620], to: ['take-out'] });
  flow.add('ask-voices', 'change', {
    name: 'which voices are there?', rules: [{ t: 'set', p: 'topic', pt: 'msg', to: 'voices', tot: 'str' }], at: [650, 730], to: ['teachers'],
  });
  flow.add('teachers', 'pron-voice', { name: "teachers' voices", at: [720, 680], to: [['kept-out'], ['voices-out']] });
}

function addResult(flow: Flow, add: Add): void {
  flow.add('score', 'pron-score', { name: 'score', pairPicture: true, at: [1580, 340], to: [['result', 'points', 'in-class'], ['result', 'verdict', 'in-class']] });
  flow.add('result', 'function', { name: 'for the page', func: resultCode(), outputs: 1, at: [1720, 320], to: ['result-out'] });
  flow.add('points', 'debug', { name: 'score', at: [1710, 370] });
  flow.add('verdict', 'debug', { name: 'verdict', at: [1720, 420] });
  const watched = ['teacher', 'take-vad', 'take-hear', 'teachers', 'high', 'low', 'slow', 'loudspeaker', 'reference-vad', 'microphone', 'read', 'noise', 'vad', 'hear', 'mel', 'score'];
  flow.add('failed', 'catch', { name: 'what went wrong', scope: watched.map(flow.id), at: [1210, 560], to: ['problem', 'error'] });
  add('problem', 'for the page', { at: [1390, 560], to: ['problem-out'] });
  flow.add('error', 'debug', { name: 'error', complete: 'error', at: [1370, 610] });
}

/** The class: who sits where, and what they scored. The flow is the same without it. */
function addClass(flow: Flow, add: Add, group: string): void {
  flow.add('class-comment', 'comment', { name: 'A class: set a PIN in the node class, then open /dashboard/class', info: CLASS_COMMENT, at: [1050, 740] });
  flow.add('class-widget', 'ui-pron-class', {
    name: 'class page', group: flow.id(group), order: 1, width: '12', height: '1', learners: '', fill: true, className: '',
    at: [730, 800], to: ['teacher-asks'],
  });
  flow.add('teacher-asks', 'switch', {
    name: 'the list, or the class', property: 'topic', rules: [{ t: 'eq', v: 'hello', vt: 'str' }, { t: 'else' }], outputs: 2, checkall: 'false',
    at: [740, 860], to: [['list-link-out'], ['class']],
  });
  addLinks(flow, { key: 'list-link', name: 'the list', at: [545, 60], to: ['list'] }, [{ key: 'list-link-out', at: [895, 890] }]);
  flow.add('list-for-class', 'switch', {
    name: "for the teacher's page", property: 'pronunciation.session', rules: [{ t: 'regex', v: '^teacher-', vt: 'str', case: false }], at: [1170, 80], to: ['list-class-out'],
  });
  flow.add('in-class', 'switch', { name: 'has a seat', property: 'pronunciation.seat', rules: [{ t: 'nempty' }], at: [1720, 470], to: ['score-out'] });
  addLinks(flow, { key: 'class-in', name: 'to the class', at: [775, 920], to: ['class'] }, [{ key: 'to-class-out', at: [525, 380] }, { key: 'score-out', at: [1835, 470] }]);
  flow.add('class', 'pron-class', { name: 'class', at: [930, 800], to: [['class-widget-out'], ['class-answer']] });
  addLinks(flow, { key: 'class-widget-in', name: "to the teacher's page", at: [595, 800], to: ['class-widget'] }, [
    { key: 'class-widget-out', at: [1085, 780] }, { key: 'list-class-out', at: [1315, 80] }, { key: 'class-problem-out', at: [1155, 970] },
  ]);
  add('class-answer', 'for learners', { outputs: 2, at: [1120, 850], to: [['class-answer-out'], ['class-all-out']] });
  flow.add('class-failed', 'catch', { name: 'what the class refuses', scope: [flow.id('class')], at: [680, 980], to: ['class-problem', 'class-error'] });
  add('class-problem', 'for the page that asked', { outputs: 2, at: [970, 980], to: [['class-problem-out'], ['class-answer-out']] });
  flow.add('class-error', 'debug', { name: 'error', complete: 'error', at: [910, 1030] });
}

const TRY_NAMES = Object.keys(TRIES) as TryName[];

/** The name of a button: `en: another sentence`. */
const labelOf = (name: TryName): string => `${TRIES[name].language}: ${TRIES[name].label.replace('-', ' ')}`;

/** Buttons that do the same without the page, for a look at the flow in the editor. */
function addButtons(flow: Flow): void {
  flow.add('buttons', 'comment', {
    name: 'Without the page: press a button and look at the score node',
    info: 'Each sends a bundled recording, as if a microphone had just made it. The voices said the sentences when the flow started.',
    at: [290, 480],
  });
  for (const [i, language] of (['ko', 'en'] as const).entries()) {
    const x = 160 + 270 * i;
    const tries = TRY_NAMES.filter((name) => TRIES[name].language === language);
    const own = tries.filter((name) => TRIES[name].text !== SENTENCES[language]);
    const voices: readonly (readonly [string, TryName])[] = [[`${language}: the voice`, `${language}-correct`], ...own.map((name) => [`${labelOf(name)}: the voice`, name] as const)];
    voices.forEach(([name, one], j) =>
      sentenceButton(flow, `${one}-sentence`, one, { name, once: true, at: [x, 520 + 40 * j], to: [`voice-out-${language}`] }));
    tries.forEach((name, j) =>
      recordingButton(flow, name, name, { name: labelOf(name), at: [x, 520 + 40 * (voices.length + j)], to: [`read-out-${language}`] }));
  }
  const outs = (key: string, y: number) => (['ko', 'en'] as const).map((tag, i) => ({ key: `${key}-out-${tag}`, at: [305 + 270 * i, y] as const }));
  addLinks(flow, { key: 'voice-in', name: 'a sentence', at: [695, 260], to: ['low'] }, outs('voice', 520));
  addLinks(flow, { key: 'read-in', name: 'a recording', at: [715, 520], to: ['read'] }, outs('read', 620));
}

/** The practice station: the flow that `npm start` opens. */
export function practice(): Example {
  const flow = createFlow('Practice', INFO, { PRONUNCIATION_PIN: '' });
  const add = functionsOf(flow);
  const groups = addDashboard(flow);
  addPage(flow, add, groups.practice);
  addSentences(flow, add);
  addVoices(flow);
  addLearner(flow, add);
  addTeachers(flow);
  addResult(flow, add);
  addClass(flow, add, groups.teacher);
  addButtons(flow);
  return { file: 'dashboard/Practice station.json', nodes: flow.nodes() };
}
