import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './paths.mjs';

/** A missing file is empty: Node-RED takes from en-US what a language has not translated. */
const readIfThere = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});

/** `ours` over `theirs`, branch by branch. */
function merged(theirs, ours) {
  if (typeof theirs !== 'object' || typeof ours !== 'object') return ours;
  const both = Object.entries(ours).map(([key, value]) => [key, key in theirs ? merged(theirs[key], value) : value]);
  return { ...theirs, ...Object.fromEntries(both) };
}

/** What a score is called in words is the same wherever a node tells it. */
const JUDGES = JSON.parse(readFileSync(inRoot('nodes', 'judges.json'), 'utf8'));

/**
 * Writes what Node-RED reads beside the node `type`, for each folder of `locales`, a language: the help text and one
 * catalogue. A node's lookup sees its own catalogue only, so what the nodes share is merged into every one.
 */
export function writeCatalogues(locales, type, out) {
  for (const language of readdirSync(locales)) {
    const from = join(locales, language);
    const to = join(out, language);
    mkdirSync(to, { recursive: true });
    const [shared, errors, phrases, judgement] = ['shared', 'errors', 'phrases', 'judgement'].map((name) => readIfThere(join(from, `${name}.json`)));
    if (existsSync(join(from, `${type}.html`))) copyFileSync(join(from, `${type}.html`), join(to, `${type}.html`));
    if (!existsSync(join(from, `${type}.json`))) continue;
    const catalogue = { ...merged(shared, readIfThere(join(from, `${type}.json`))), ...(JUDGES.includes(type) && judgement), errors, phrases };
    writeFileSync(join(to, `${type}.json`), `${JSON.stringify(catalogue, null, 2)}\n`);
  }
}
