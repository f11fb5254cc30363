import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { VERDICTS } from '../../pipeline/siamese/verdict';
import { packageRoot } from '../../base/package-root';
import { ADVICE } from '../../pipeline/ear/contrasts/groups';
import { VOICE_FAULTS } from '../../pipeline/ear/voice-fault';
import { CHANGE_KINDS } from '../../pipeline/siamese/changes';
import { DEFAULT_TIERS } from '../../pipeline/siamese/score';
import { ALL_FIELDS } from '../../nodes/all-fields';
import { REFUSALS } from '../../nodes/class/seating';
import { dialogOf } from '../../tools/dialogs/lib/dialog';

/** Text of a file of the checkout. */
export const readSource = (...path: string[]): string => readFileSync(join(packageRoot(), ...path), 'utf8');

/** All files of a folder and of those below it that end so, as one text. */
export function sourcesIn(folder: string, extension = '.ts'): string {
  const files = readdirSync(join(packageRoot(), folder), { recursive: true, encoding: 'utf8' });
  const wanted = files.filter((file) => file.endsWith(extension));
  return wanted.map((file) => readSource(folder, file)).join('\n');
}

/** How the nodes end the keys that they put together. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  'message.': [...VERDICTS.filter((verdict) => verdict !== 'scored'), ...CHANGE_KINDS],
  'status.': VERDICTS,
  'contrast.': ADVICE,
  'tier.': DEFAULT_TIERS.map(({ name }) => name),
  'warning.': VOICE_FAULTS,
  'refused.': REFUSALS,
};

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** Files of other nodes' folders that a node uses. */
function lentTo(source: string): string[] {
  return all(source, /from '\.\.\/(?!lib\/)([\w-]+\/[\w-]+)'/g).map((path) => readSource('nodes', `${path}.ts`));
}

const found = new Map<string, readonly string[]>();

/** Keys that a node's dialog and runtime look up. One that ends with a dot is completed by the dialog. */
export function usedKeys(type: string): readonly string[] {
  const known = found.get(type) ?? findKeys(type);
  found.set(type, known);
  return known;
}

function findKeys(type: string): string[] {
  const html = dialogOf(type);
  const files = sourcesIn(join('nodes', type.replace('pron-', '')));
  const sentence = files.includes("/score-of'") ? readSource('engine', 'score-of.ts') : '';
  const own = [files, ...lentTo(files), sentence].join('\n');
  const shared = sourcesIn('nodes/lib');
  const templates = all(own, /\b(?:RED\._|say)\(`([^`$]*)/g);
  return [
    ...all(html, /data-i18n="(?:\[\w+\])?([^"]+)"/g),
    ...all(html, /\b_\((?:[^'()]*\? )?'([^']+)'/g),
    ...all(html, /['"]((?:invalid|hint|validate)\.[\w-]+)['"]/g),
    ...all(html, /\? '([\w.]+)' : '[\w.]+'/g).filter((key) => key.includes('.')),
    ...all(html, /\? '[\w.]+' : '([\w.]+)'/g).filter((key) => key.includes('.')),
    // The reference of docs/nodes.md has a row for each setting.
    ...Object.keys(ALL_FIELDS[type] ?? {}).flatMap((name) => [`label.${name}`, `help.${name}`]),
    ...all(own + shared, /\b(?:RED\._|say)\('([^']+)'/g),
    ...all(own, /\bshow\(\s*'\w+',\s*'([\w-]+)'/g).map((key) => `status.${key}`),
    ...templates.flatMap((start) => (ENDS[start] ?? [`${start}?`]).map((end) => start + end)),
  ].filter((key) => !key.startsWith('node-red:'));
}

/** Starts of keys that a dialog completes with a word that the runtime has told it. */
const TOLD = ['verdict.', 'voiceKind.'];
const told = ['pipeline', 'language', 'engine', 'voices', 'devices'].map((folder) => sourcesIn(folder)).join('\n');

/** Whether something looks a key up: by name, or by a start that the dialog completes with a word of its own or of the
 *  runtime's. */
export function isUsed(key: string, type: string): boolean {
  const [start, end] = [key.slice(0, key.lastIndexOf('.') + 1), key.slice(key.lastIndexOf('.') + 1)];
  const words = TOLD.includes(start) ? told : dialogOf(type);
  const isSaid = [`'${end}'`, `"${end}"`].some((word) => words.includes(word));
  return usedKeys(type).some((used) => used === key || (used === start && isSaid));
}
