import { flowFile } from '../../flow/files';
import type { Flow } from '../../flow/flow';
import { addLinkIn, addLinkOut } from '../../flow/links';
import { TRIES, type Try } from '../../flow/recordings';
import { sharedCode } from '../../flow/shared-code';
import { addFunction } from './functions';

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

/** The name of a file in a variable. As bytes: an editor may have saved the list in another encoding than UTF-8. */
const fileIn = (variable: string): object => ({ filename: variable, filenameType: 'env', format: '', encoding: 'none' });

/** The list of sentences is a file that the teacher writes, here or on the page; where there is none, it begins with ours. */
export function addSentences(flow: Flow): void {
  flow.group('list-group', "The teacher's list of sentences", () => {
    flow.add('no-list', 'catch', { name: 'no list', scope: [flow.id('list')], at: [830, 900], to: ['no-list-yet'] });
    addFunction(flow, 'no-list-yet', 'not yet, or unreadable', { outputs: 2, at: [1010, 900], to: [['first-list'], ['unreadable-out']] });
    flow.add('first-list', 'file in', { name: 'sentences to begin with', ...fileIn('PRONUNCIATION_BUNDLED_SENTENCES'), at: [1250, 900], to: ['write-list', 'sentences'] });
    flow.add('write-list', 'file', {
      name: 'write the list', filename: 'PRONUNCIATION_SENTENCES', filenameType: 'env', appendNewline: false, createDir: true,
      overwriteFile: 'true', encoding: 'none', at: [1470, 900], to: [],
    });
    addLinkOut(flow, 'unreadable-out', 'to-page', [1130, 950], 'to the page');
    addLinkIn(flow, 'list-in', 'which sentences?', [720, 1000], ['list']);
    flow.add('list', 'file in', { name: "the teacher's sentences", ...fileIn('PRONUNCIATION_SENTENCES'), at: [870, 1000], to: ['sentences'] });
    flow.add('sentences', 'function', {
      name: 'read the list', func: sentencesCode(), outputs: 2, at: [1450, 1000], to: [['list-out', 'list-for-class'], ['lists-out']],
    });
    addLinkOut(flow, 'list-out', 'to-page', [1590, 960], 'to the page');
    addLinkOut(flow, 'lists-out', 'to-pages', [1590, 1000], 'to every page');
    flow.add('list-for-class', 'switch', {
      name: "for the teacher's page", property: 'pronunciation.session', rules: [{ t: 'regex', v: '^teacher-', vt: 'str', case: false }], at: [1690, 1050], to: ['list-class-out'],
    });
    addLinkOut(flow, 'list-class-out', 'class-widget-in', [1820, 1050], "to the teacher's page");
    addLinkIn(flow, 'save-in', 'save the list', [720, 1060], ['save-list']);
    flow.add('save-list', 'function', {
      name: 'save the list', func: saveListCode(), outputs: 2,
      libs: ['fs', 'crypto', 'os'].map((module) => ({ var: module, module })).concat({ var: 'paths', module: 'path' }),
      at: [840, 1060], to: [['saved-out'], ['sentences']],
    });
    addLinkOut(flow, 'saved-out', 'to-page', [930, 1035], 'to the page');
  });
}
