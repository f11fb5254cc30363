import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { toJson } from '../../../page/src/progress/export/json';
import { progressScript } from '../../page/progress/in-browser';
import { manyTries, result } from '../../page/progress/some-results';

/** What the script gives the page. */
declare const progress: {
  readonly indexedDbStore: (database: string) => Promise<unknown>;
  readonly openProgress: (store: unknown) => Promise<{ readonly import: (file: string) => Promise<{ readonly added: number }> }>;
};

/** A teacher's list of so many sentences. Those of the diligent learner are the first on it. */
export function writeLongList(userDir: string, sentences: number): void {
  const own = new Set(manyTries(2000).map(({ sentence }) => sentence));
  const all = [...own, ...Array.from({ length: sentences - own.size }, (_, i) => `${i + 1}번 문장을 읽어 보세요`)];
  const lines = all.map((text, i) => (i % 20 === 0 ? `## ${i / 20 + 1}과\n${text}` : text));
  writeFileSync(join(userDir, 'pronunciation-sentences.txt'), `[ko]\n${lines.join('\n')}\n`);
}

/** Keeps so many results on the page's device, as if its learner had practised for long. @returns how many there are now */
export async function keepMany(page: Page, results: number): Promise<number> {
  await page.addScriptTag({ content: await progressScript() });
  const file = await toJson(manyTries(results).map((one) => result(one)));
  return page.evaluate(async (text) => (await (await progress.openProgress(await progress.indexedDbStore('pronunciation'))).import(text)).added, file);
}
