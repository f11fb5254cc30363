import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../../base/package-root';
import { ALL_FIELDS } from '../../../nodes/all-fields';
import { commonRegistration } from './registration';
import { rowsOf } from './rows';
import { settingsScript } from './settings-script';

/** Markup for rows that no table can describe, under the name by which the settings ask for it: the dialog's own, or in a file beside
 *  the editor code that needs it. */
const PIECE = /^<!-- @piece (\w+) -->\n([\s\S]*?)^<!-- @end -->\n\n?/gm;
const SCRIPT = /^<script type="text\/javascript">\n([\s\S]*?)^<\/script>\n/m;
/** A comment, alone on its line, that names files of nodes/editor/ beside those of every dialog. */
const INCLUDE = /^[ \t]*\/\/ @include (.+)\n\n?/m;
/** A comment, alone on its line, that stands for the properties that every node registers alike. */
const COMMON = /^([ \t]*)\/\/ @common$/m;

/** The files of nodes/editor/ that every dialog includes. */
const ALWAYS = ['conditions.js', 'validators.js', 'dialog.js'];

const linesOf = (text: string): string[] => text.trimEnd().split('\n');
const editorFile = (name: string): string => join(packageRoot(), 'nodes', 'editor', name);
const readLines = (name: string): string[] => linesOf(readFileSync(editorFile(name), 'utf8'));

/** What is a node's own in its dialog: a script and pieces, written by hand. @param type `pron-gain` */
export function handmadeDialog(type: string): string {
  return readFileSync(join(packageRoot(), 'nodes', type.replace('pron-', ''), `${type}.html`), 'utf8');
}

/** The names of the files of nodes/editor/ that come with a hand-made dialog, in their order. */
export function includesOf(html: string): string[] {
  return [...ALWAYS, ...(INCLUDE.exec(html)?.[1]?.split(' ') ?? [])];
}

/**
 * A node's .html as Node-RED loads it: rows, defaults and validators made of the node's settings, what every node registers
 * alike, and the editor code that the dialogs share, with the styles of the same names. Each file has to be whole, as a
 * script loaded from elsewhere would make Node-RED register the node too late.
 */
export function dialogOf(type: string): string {
  const fields = ALL_FIELDS[type];
  if (fields === undefined) throw new Error(`There are no settings of ${type}.`);
  const html = handmadeDialog(type);
  const script = SCRIPT.exec(html)?.[1];
  if (script === undefined || html.replace(PIECE, '').replace(SCRIPT, '').trim() !== '') {
    throw new Error(`${type}.html must hold one script, and pieces.`);
  }
  const own = script
    .replace(INCLUDE, '')
    .replace(COMMON, (_marker, indent: string) => indented(commonRegistration(type, fields), indent).join('\n'));
  const scripts = includesOf(html);
  const beside = (extension: string): string[] => scripts.map((name) => name.replace(/\.js$/, extension)).filter((name) => existsSync(editorFile(name)));
  const pieces = piecesIn([html, ...beside('.html').map((name) => readFileSync(editorFile(name), 'utf8'))].join('\n'));
  return [
    '<style>',
    ...indented(beside('.css').flatMap(readLines), '  '),
    '</style>',
    '',
    `<script type="text/html" data-template-name="${type}">`,
    ...indented(rowsOf(fields, pieces), '  '),
    '</script>',
    '',
    '<script type="text/javascript">',
    '  (function () {',
    ...indented([...linesOf(settingsScript(type, fields)), ...scripts.flatMap(readLines), ''], '    '),
    ...indented(linesOf(own), '  '),
    '    dialog.migrateLoaded(settings);',
    '  })();',
    '</script>',
    '',
  ].join('\n');
}

function piecesIn(html: string): ReadonlyMap<string, readonly string[]> {
  return new Map([...html.matchAll(PIECE)].map(([, name = '', markup = '']) => [name, linesOf(markup)]));
}

function indented(lines: readonly string[], indent: string): string[] {
  return lines.map((line) => (line === '' ? '' : indent + line));
}
