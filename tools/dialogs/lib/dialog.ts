import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../../base/package-root';
import { ALL_FIELDS } from '../../../nodes/all-fields';
import { defaultsOf } from './defaults';
import { rowsOf } from './rows';
import { settingsScript } from './settings-script';

/** A comment, alone on its line, that stands for files of nodes/editor/: `// @include a.js b.js`, `/* @include c.css *\/`. */
const INCLUDE = /^([ \t]*)(?:\/\/|\/\*) @include ((?:[\w-]+\.\w+ ?)+?)(?: \*\/)?$/gm;
const ROWS = /^([ \t]*)<!-- @rows -->$/m;
const DEFAULTS = /^([ \t]*)\/\/ @defaults$/m;
/** Markup for rows that no table can describe, under the name by which the settings ask for it. */
const PIECE = /^[ \t]*<!-- @piece (\w+) -->\n([\s\S]*?)^[ \t]*<!-- @end -->\n\n?/gm;

/** The one file to include that is no file: it is made of the node's settings. */
const SETTINGS = 'settings.js';

const read = (...path: string[]): string => readFileSync(join(packageRoot(), 'nodes', ...path), 'utf8');

/** A node's .html as it is written by hand. @param type `pron-gain` */
export function handmadeDialog(type: string): string {
  return read(type.replace('pron-', ''), `${type}.html`);
}

/** The names of the files that a hand-made dialog includes, in their order. */
export function includesIn(html: string): string[] {
  return [...html.matchAll(INCLUDE)].flatMap(([, , names = '']) => names.split(' '));
}

/**
 * A node's .html as Node-RED loads it: rows, defaults and validators made of the node's settings, and the editor code that
 * the dialogs share. Each file has to be whole, as a script loaded from elsewhere would make Node-RED register the node too
 * late.
 */
export function dialogOf(type: string): string {
  const fields = ALL_FIELDS[type];
  if (fields === undefined) throw new Error(`There are no settings of ${type}.`);
  const html = handmadeDialog(type);
  const pieces = new Map([...html.matchAll(PIECE)].map(([, name = '', lines = '']) => [name, lines.trimEnd().split('\n')]));
  const codeOf = (name: string): string => (name === SETTINGS ? settingsScript(type, fields) : read('editor', name));
  return html
    .replace(PIECE, '')
    .replace(ROWS, (_marker, indent: string) => indented(rowsOf(fields, pieces), indent))
    .replace(DEFAULTS, (_marker, indent: string) => indented(defaultsOf(type, fields), indent))
    .replace(INCLUDE, (_marker, indent: string, names: string) =>
      indented(names.split(' ').flatMap((name) => codeOf(name).trimEnd().split('\n')), indent));
}

function indented(lines: readonly string[], indent: string): string {
  return lines.map((line) => (line === '' ? '' : indent + line)).join('\n');
}
