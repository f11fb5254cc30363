import type { Flow } from '../../flow/flow';
import { SENTENCES } from '../lib/recordings';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addEnd, addQueue } from '../lib/queue';

const TEXT: LessonText = {
  number: 7,
  title: 'Collecting recordings',
  question: 'How do we collect recordings that may be used, and how do we get rid of them again?',
  press: 'Press "save, nobody agreed" and "save, a parent agreed", then open /lesson-7',
  info: `**Question:** how do we collect recordings that may be used?

1. Press **save, nobody agreed**: nothing is recorded and nothing is written. Press **save, a parent agreed**: the recording is saved, with a line in the list.
2. **Look** at [/lesson-7](/lesson-7): the form saves with your own code, sentence and rating, and deletes one recording or all of a speaker. *said* in the sidebar says what was done.
3. **Ask the class:** what may somebody learn from your voice? Who must agree? Why is there no name in the name of the file?
4. **Change** what a button saves: double-click it and edit \`ask\`.

A voice is personal data, above all a child's. Recordings are in the folder \`pronunciation-recordings\` of the user directory of Node-RED, or where the environment variable \`PRONUNCIATION_COLLECTION\` says. The list, \`list.tsv\`, is a table for \`pronunciation evaluate --pairs\`, \`calibrate --pairs\` and \`features --list\`. Whoever can open the page can add and delete: protect it with \`httpNodeAuth\` in settings.js where others are on the network.`,
  korean: '한국어: 목소리는 개인 정보입니다. 동의가 없으면 아무것도 저장되지 않습니다. /lesson-7에서 저장하고 다시 지워 보세요.',
};

const SAVED = { command: 'save', speaker: 'speaker-1', text: SENTENCES.ko, language: 'ko', human: '9', same: '1', source: 'ko-correct' };

const BUTTONS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['save, nobody agreed', SAVED],
  ['save, a parent agreed', { ...SAVED, consent: 'parent' }],
  ['save another speaker', { ...SAVED, consent: 'speaker', speaker: 'speaker-2', human: '4', source: 'ko-mispronounced' }],
  ['delete the newest', { command: 'delete', file: 'newest' }],
  ['delete all of speaker-1', { command: 'delete speaker', speaker: 'speaker-1' }],
];

/** Lesson 7: recordings are saved with consent, and deleted. */
export function lesson7(): Example {
  const flow = createLesson(TEXT);
  BUTTONS.forEach(([name, ask], i) =>
    flow.add(name, 'inject', { name, props: [{ p: 'ask', v: JSON.stringify(ask), vt: 'json' }], at: [160, 120 + 40 * i], to: ['ask'] }));
  flow.add('at the start', 'inject', { name: 'read the list', once: true, props: [{ p: 'ask', v: '{"command":"list"}', vt: 'json' }], at: [150, 320], to: ['ask'] });
  flow.add('ask', 'function', { name: 'who has agreed?', func: code('7/ask.js'), outputs: 2, at: [400, 200], to: [['queue'], ['show']] });
  addSaving(flow);
  addList(flow);
  addWeb(flow);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}

function addSaving(flow: Flow): void {
  addQueue(flow, [620, 180], ['what'], ['end']);
  flow.add('what', 'switch', {
    name: 'microphone, bundled, or no recording', property: 'ask.source', outputs: 3, checkall: 'false',
    rules: [{ t: 'eq', v: 'microphone', vt: 'str' }, { t: 'nempty' }, { t: 'else' }],
    at: [710, 240], to: [['mic'], ['read'], ['read list']],
  });
  flow.add('mic', 'pron-mic', { name: '4 seconds', mode: 'fixed', seconds: 4, at: [940, 160], to: [['name'], []] });
  flow.add('read', 'file in', { name: 'bundled recording', at: [970, 220], to: ['name'] });
  flow.add('name', 'function', { name: 'a name', func: code('7/name.js'), at: [1130, 180], to: ['read list'] });
}

function addList(flow: Flow): void {
  const listed = { filename: 'filename', filenameType: 'msg', appendNewline: false, createDir: true };
  flow.add('read list', 'file in', { name: 'read the list', filename: '${PRONUNCIATION_COLLECTION}/list.tsv', filenameType: 'env', format: 'utf8', encoding: 'utf8', allProps: true, at: [970, 320], to: ['list'] });
  flow.add('list missing', 'catch', { name: 'no list yet', scope: [flow.id('read list')], at: [960, 380], to: ['missing'] });
  flow.add('missing', 'function', { name: 'an empty one', func: code('7/missing.js'), outputs: 2, at: [1120, 380], to: [['list'], ['show']] });
  flow.add('list', 'function', { name: 'the list', func: code('7/list.js'), outputs: 3, at: [1260, 320], to: [['add'], ['delete'], ['show']] });
  flow.add('add', 'file', { name: 'add a line', ...listed, overwriteFile: 'false', at: [1430, 280], to: ['sound'] });
  flow.add('sound', 'function', { name: 'the sound', func: code('7/sound.js'), at: [1570, 280], to: ['save'] });
  flow.add('save', 'file', { name: 'save', ...listed, overwriteFile: 'true', at: [1700, 280], to: ['show'] });
  flow.add('delete', 'file', { name: 'delete', ...listed, overwriteFile: 'delete', at: [1420, 340], to: ['gone'] });
  flow.add('not deleted', 'catch', { name: 'not deleted', scope: [flow.id('delete')], at: [1430, 400], to: ['gone'] });
  flow.add('gone', 'function', { name: 'all gone?', func: code('7/gone.js'), at: [1570, 340], to: ['write list'] });
  flow.add('write list', 'file', { name: 'write the list', ...listed, overwriteFile: 'true', at: [1720, 340], to: ['show'] });
}

function addWeb(flow: Flow): void {
  flow.add('show', 'function', { name: 'what was done', func: code('7/show.js'), outputs: 2, at: [1720, 200], to: [['said'], ['end']] });
  flow.add('said', 'debug', { name: 'said', tostatus: true, at: [1890, 200] });
  addEnd(flow, 'end', [1845, 140]);
  flow.add('catch', 'catch', { uncaught: true, at: [1540, 160], to: ['show'] });

  flow.add('page comment', 'comment', { name: 'The page: open /lesson-7 in a browser', info: TEXT.question, at: [220, 420] });
  flow.add('page asked', 'http in', { method: 'get', url: '/lesson-7', at: [140, 460], to: ['page'] });
  flow.add('page', 'template', { name: 'page', template: code('7/page.html'), syntax: 'plain', at: [330, 460], to: ['page sent'] });
  flow.add('page sent', 'http response', { headers: { 'content-type': 'text/html; charset=utf-8' }, at: [490, 460] });
  flow.add('data asked', 'http in', { method: 'get', url: '/lesson-7/data', at: [150, 500], to: ['data'] });
  flow.add('data', 'function', { name: 'newest list', func: code('7/data.js'), at: [340, 500], to: ['data sent'] });
  flow.add('data sent', 'http response', { headers: { 'cache-control': 'no-store' }, at: [490, 500] });
  flow.add('form sent', 'http in', { method: 'post', url: '/lesson-7/ask', at: [140, 540], to: ['ask', 'form taken'] });
  flow.add('form taken', 'http response', { statusCode: '204', at: [340, 540] });
}
