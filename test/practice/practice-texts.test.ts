import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { LANGUAGES, keysOf, type Catalogue } from '../support/catalogue';
import { readSource } from '../support/used-keys';

const textsOf = (language: string): Catalogue => JSON.parse(readSource('locales', language, 'practice.json')) as Catalogue;
const FOLDER = join(packageRoot(), 'page', 'src');
const PAGE = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(vue|ts)$/.test(file))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
  .join('\n');
const own = keysOf(textsOf('en-US'));

/** Texts of the page that come from the score node's catalogue and the table of errors. */
const TAKEN = ['verdicts', 'contrast', 'tiers', 'errors'];

describe('The texts of the practice page', () => {
  for (const language of LANGUAGES) {
    it(`are complete in ${language}, and none is empty`, () => {
      assert.deepEqual(keysOf(textsOf(language)).sort(), [...own].sort());
      for (const text of JSON.stringify(textsOf(language)).match(/"":|: ?""/g) ?? []) assert.fail(text);
    });
  }

  it('are all shown, and all that the page shows are there', () => {
    const used = [...PAGE.matchAll(/\bt\.(?:value\.)?(\w+)/g)].map(([, key = '']) => key).filter((key) => !TAKEN.includes(key) && key !== 'value');
    const groups = new Set(own.map((key) => key.split('.')[0] ?? ''));
    assert.deepEqual([...new Set(used)].filter((key) => !groups.has(key)), []);
    // Those that a failure names are looked up by that name.
    const named = [...PAGE.matchAll(/\b(?:fail|new Unanswered)\('(\w+)'(?:, '?(\w+))?/g)].flatMap(([, title = '', text = '']) => [title, text]);
    const elsewhere = ['ownName', 'taken', ...named];
    assert.deepEqual([...groups].filter((key) => !used.includes(key) && !elsewhere.includes(key)), []);
    assert.ok(['ownName', 'taken'].every((key) => PAGE.includes(`.${key}`)));
  });
});
