import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { TRIES, type Try } from '../../flow/recordings';

const read = (...path: string[]): string => readFileSync(join(packageRoot(), ...path), 'utf8');
const readJson = (...path: string[]): Record<string, unknown> => JSON.parse(read(...path)) as Record<string, unknown>;
const part = (name: string): string => read('practice', 'station', 'page', name);

/** The page in every language that has a practice.json, by the language's short tag. What the score node says too
 *  is taken from its catalogue. */
function texts(): Record<string, unknown> {
  const languages = readdirSync(join(packageRoot(), 'locales')).filter((tag) => readdirSync(join(packageRoot(), 'locales', tag)).includes('practice.json'));
  return Object.fromEntries(
    languages.map((tag) => {
      const score = readJson('locales', tag, 'pron-score.json');
      const errors = Object.entries(readJson('locales', tag, 'errors.json') as Record<string, { status?: string }>);
      const statuses = errors.flatMap(([code, { status }]) => (status !== undefined ? [[code, status]] : []));
      const own = readJson('locales', tag, 'practice.json');
      return [tag.slice(0, 2), { ...own, verdicts: score.message, contrast: score.contrast, tiers: score.tier, errors: { ...(Object.fromEntries(statuses) as object), taken: own.taken } }];
    }),
  );
}

/** What the page's buttons try, by language. */
function tries(): Record<string, unknown> {
  const all = Object.values<Try>(TRIES);
  const languages = new Set(all.map(({ language }) => language));
  return Object.fromEntries([...languages].map((tag) => [tag, all.filter(({ language }) => language === tag)]));
}

/** The practice page as a ui-template node holds it. */
export function practicePage(): string {
  const component = part('component.js')
    .replace("'__TEXTS__'", () => JSON.stringify(texts()))
    .replace("'__TRIES__'", () => JSON.stringify(tries()));
  return [
    `<template>\n${part('template.html')}</template>\n`,
    `<script>\n${part('audio.js')}</script>\n`,
    `<script>\n${part('melody.js')}</script>\n`,
    `<script>\n${component}</script>\n`,
    `<style>\n${part('style.css')}</style>\n`,
  ].join('\n');
}
