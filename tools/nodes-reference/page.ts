import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import { ALL_FIELDS } from '../../nodes/all-fields';
import type { Condition, Field, Fields } from '../../nodes/lib/fields';
import { DEFAULT_TIERS } from '../../pipeline/siamese/score';
import { WORDS, type Words } from './words';

type Language = keyof typeof WORDS;

export const PAGES: readonly { readonly file: string; readonly language: Language }[] = [
  { file: 'docs/nodes.md', language: 'en-US' },
  { file: 'docs/nodes.ko.md', language: 'ko' },
];

/** Looks a text up in a node's catalogue, by a key with dots. */
type Translate = (key: string) => string;

/** The page that has a table for each node, a row for each of its settings. @throws Error where a text is missing */
export function pageOf(language: Language): string {
  const words = WORDS[language];
  const sections = Object.entries(ALL_FIELDS).map(([type, fields]) => sectionOf(type, fields, words, catalogueOf(type, language)));
  return [`# ${words.title}`, words.intro.join('\n'), ...sections].join('\n\n') + '\n';
}

function catalogueOf(type: string, language: string): Translate {
  const file = join(packageRoot(), 'locales', language, `${type}.json`);
  const catalogue: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return (key) => {
    let found = catalogue;
    for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
    if (typeof found !== 'string') throw new Error(`${file} has no text ${key}.`);
    return found;
  };
}

function sectionOf(type: string, fields: Fields, words: Words, translate: Translate): string {
  const rows = Object.entries(fields).map(([name, field]) => [
    code(name),
    translate(`label.${name}`),
    valuesOf(name, field, words, translate),
    defaultOf(field, words),
    usedOf(field.used, words),
    translate(`help.${name}`),
  ]);
  const lines = [words.head, words.head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(escaped).join(' | ')} |`);
  return [`## ${translate('paletteLabel')} (${code(type)})`, '', ...lines].join('\n');
}

const code = (text: string): string => `\`${text}\``;
const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');

function valuesOf(name: string, field: Field, words: Words, translate: Translate): string {
  switch (field.kind) {
    case 'number': {
      const unit = field.unit === undefined ? '' : ` ${field.unit.includes('.') ? translate(field.unit) : field.unit}`;
      return words.range(field.min, field.max, field.integer) + unit;
    }
    case 'choice': {
      // A choice that has no row, or shows its options as they are, has no words for them.
      const isPlain = field.narrow === true || field.group === undefined;
      if (isPlain) return field.options.map(code).join(', ');
      return field.options.map((option) => explained(option, translate(`${name}.${option}`))).join(', ');
    }
    case 'flag':
      return words.flag;
    case 'text':
      return words.text;
    case 'other':
      return words.list;
  }
}

/** An option with what it means, which may begin with the option or be the same word. */
function explained(option: string, meaning: string): string {
  const rest = meaning.replace(`${option}: `, '');
  return rest.toLowerCase() === option ? code(option) : `${code(option)} (${rest})`;
}

function defaultOf(field: Field, words: Words): string {
  if (field.default === DEFAULT_TIERS) return DEFAULT_TIERS.map(({ from, name, colour }) => `${from} ${name} ${colour}`).join(', ');
  if (field.default === '') return words.empty;
  return field.kind === 'flag' ? (field.default ? words.on : words.off) : code(String(field.default));
}

function usedOf(used: readonly Condition[] | undefined, words: Words): string {
  if (used === undefined) return words.always;
  const oneOf = (values: readonly unknown[]): string => values.map((value) => code(String(value))).join(words.orValue);
  const sentences = used.map((condition) =>
    Object.entries(condition).map(([name, values]) => words.is(code(name), oneOf(values))).join(words.and));
  return sentences.join(words.or);
}
