'use strict';
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** A comment, alone on its line, that names files of nodes/editor/: `// @include a.js b.js`, `/* @include c.css *\/`. */
const MARKER = /^([ \t]*)(?:\/\/|\/\*) @include ((?:[\w-]+\.\w+ ?)+?)(?: \*\/)?$/gm;

/** The names of the files that a dialog includes, in their order. */
function includesIn(html) {
  return [...html.matchAll(MARKER)].flatMap(([, , names]) => names.split(' '));
}

/**
 * A node's .html with the editor code that the dialogs share in the place of its markers: each file has to be whole,
 * as a script loaded from elsewhere would make Node-RED register the node too late.
 * @param {string} file path of a dialog, nodes/NAME/pron-NAME.html
 */
function editorSource(file) {
  const folder = join(dirname(file), '..', 'editor');
  return readFileSync(file, 'utf8').replace(MARKER, (_marker, indent, names) => {
    const lines = names.split(' ').flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'));
    return lines.map((line) => (line === '' ? '' : indent + line)).join('\n');
  });
}

module.exports = { editorSource, includesIn };
