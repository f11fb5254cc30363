import assert from 'node:assert/strict';
import { LANGUAGES, keysOf, type Catalogue } from '../support/catalogue';
import { readSource } from '../support/used-keys';

const textsOf = (language: string): Catalogue => JSON.parse(readSource('locales', language, 'practice.json')) as Catalogue;
const PAGE = ['template.html', 'component.js', 'page.ts'].map((file) => readSource('practice', 'station', 'page', file)).join('\n');
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
    const used = [...PAGE.matchAll(/\bt\.(\w+)/g)].map(([, key = '']) => key).filter((key) => !TAKEN.includes(key));
    const groups = new Set(own.map((key) => key.split('.')[0] ?? ''));
    assert.deepEqual([...new Set(used)].filter((key) => !groups.has(key)), []);
    const elsewhere = ['ownName', 'taken'];
    assert.deepEqual([...groups].filter((key) => !used.includes(key) && !elsewhere.includes(key)), []);
    assert.ok(elsewhere.every((key) => PAGE.includes(`.${key}`)));
  });
});
