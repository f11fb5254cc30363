import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import { MAX_STATUS_LENGTH } from '../../nodes/lib/status';
import { catalogueOf, keysOf, LANGUAGES, translator, type Catalogue } from '../support/catalogue';
import { OUR_NODES } from '../support/our-nodes';
import { headingsOf, helpOf, structureOf } from '../support/help';
import { isUsed, readSource, sourcesIn, usedKeys } from '../support/used-keys';

const root = packageRoot();
const TYPES = [...OUR_NODES];
const OTHERS = LANGUAGES.filter((language) => language !== 'en-US');
const SOURCES = ['base', 'pipeline', 'language', 'models', 'voices', 'devices', 'engine', 'nodes', 'evaluation', 'cli'].map((folder) => sourcesIn(folder)).join('\n');

const english = (name: string): Catalogue => JSON.parse(readSource('locales', 'en-US', `${name}.json`)) as Catalogue;

describe('The languages', () => {
  it('are English, Korean and whatever else has a folder, each with the same files', () => {
    assert.ok(['en-US', 'ko'].every((language) => LANGUAGES.includes(language)));
    const filesOf = (language: string): string[] => readdirSync(join(root, 'locales', language)).sort();
    for (const language of OTHERS) assert.deepEqual(filesOf(language), filesOf('en-US'), language);
  });

  it('share no key that no node looks up', () => {
    const unused = keysOf(english('shared')).filter((key) => !TYPES.some((type) => isUsed(key, type)));
    assert.deepEqual(unused, []);
  });
});

for (const type of TYPES) {
  describe(`The catalogue of ${type}`, () => {
    const catalogue = (language: string) => catalogueOf(type, language);
    const keys = keysOf(catalogue('en-US'));

    it('has the same keys in every language, and a text for each', () => {
      for (const language of LANGUAGES) {
        assert.deepEqual(keysOf(catalogue(language)).sort(), [...keys].sort());
        const translate = translator(catalogue(language));
        for (const key of keys) assert.notEqual(translate(key).trim(), '', `${language} ${key}`);
      }
    });

    it('fills the same places in every language', () => {
      const places = (language: string, key: string) =>
        [...translator(catalogue(language))(key).matchAll(/__\w+?__|\{\w+\}/g)].map(String).sort();
      for (const language of OTHERS) {
        for (const key of keys) assert.deepEqual(places(language, key), places('en-US', key), `${language} ${key}`);
      }
    });

    it('is translated: whatever has two words in a row reads otherwise than in English', () => {
      for (const language of OTHERS) {
        const translate = translator(catalogue(language));
        const same = keys.filter((key) => translate(key) === translator(catalogue('en-US'))(key));
        assert.deepEqual(same.filter((key) => /[a-z]{2,} [a-z]{2,}/i.test(translate(key))), [], language);
      }
    });

    it('is its own: what it shares with all is not overwritten', () => {
      const shared = [...Object.keys(english('shared')), 'errors', 'phrases'];
      assert.deepEqual(Object.keys(english(type)).filter((key) => shared.includes(key)), []);
    });

    it('has every key that the node looks up', () => {
      const used = usedKeys(type);
      assert.ok(used.length > 5, 'keys were found in the sources');
      const missing = used.filter((key) => !(key.endsWith('.') ? keys.some((one) => one.startsWith(key)) : keys.includes(key)));
      assert.deepEqual(missing, []);
    });

    it('has no key that nobody looks up', () => {
      assert.deepEqual(keysOf(english(type)).filter((key) => !isUsed(key, type)), []);
    });

    it('has room for every status in the editor', () => {
      const longest = { snr: -120, seconds: '600.0', bands: 512, frames: 59999, score: 100, gain: '+60.0', ratio: '4.00', device: 'Headset', words: 300, count: 5, seats: 99, tries: 50000, answered: 99999 };
      for (const language of LANGUAGES) {
        const translate = translator(catalogue(language));
        for (const key of keys.filter((one) => /^status\.|^errors\.\w+\.status$/.test(one))) {
          const text = translate(key, longest);
          assert.ok(text.length <= MAX_STATUS_LENGTH, `${language} ${key}: ${text}`);
        }
      }
    });

    it('comes with a help text of the same structure in every language', () => {
      const headings = (language: string): string[] => headingsOf(helpOf(type, language));
      assert.deepEqual(headings('en-US'), ['Inputs', 'Outputs', 'Details', 'References']);
      for (const language of LANGUAGES) {
        assert.ok(existsSync(join(root, 'locales', language, `${type}.html`)), language);
        assert.match(helpOf(type, language), new RegExp(`^<script type="text/html" data-help-name="${type}">\\s*<p>`));
        assert.deepEqual(structureOf(helpOf(type, language)), structureOf(helpOf(type, 'en-US')), language);
        const [first = type] = TYPES;
        assert.deepEqual(headings(language), headingsOf(helpOf(first, language)), `${language}: one word for one heading`);
      }
    });
  });
}

describe('The table of errors', () => {
  const errors = Object.entries(english('errors')) as [string, { sentence: string }][];

  it('holds no error that nothing reports', () => {
    // A code may be put together of its program's start and ALSA's reason.
    const isComposed = (code: string): boolean => {
      const [, start = '', end = ''] = /^(PRON_[A-Z]+_)(.+)$/.exec(code) ?? [];
      return SOURCES.includes(`\`${start}\${`) && SOURCES.includes(`'${end}'`);
    };
    assert.deepEqual(errors.map(([code]) => code).filter((code) => !SOURCES.includes(`'${code}'`) && !isComposed(code)), []);
  });

  it('says in each sentence what to do', () => {
    for (const [code, { sentence }] of errors) assert.match(sentence, /[.;:] \S.*\.$|must be/, code);
  });

  it('holds no phrase that no sentence is filled with', () => {
    const calls = [...SOURCES.matchAll(/\bphrase\(([^{)]*)/g)].map(String).join('\n');
    assert.deepEqual(Object.keys(english('phrases')).filter((key) => !calls.includes(`'${key}'`)), []);
  });

  it('is filled with no English words of ours that can\'t be translated', () => {
    const fillings = [...SOURCES.matchAll(/new PronError\(\s*'\w+',\s*\{[^;]*?\}\)/g)].map(String);
    assert.ok(fillings.length > 40, 'errors were found in the sources');
    const isProse = (filling: string): boolean => /['`](?!npm |apt )[a-z]+ [^']*['`]/i.test(filling.replaceAll(/\$\{[^}]*\}/g, ''));
    assert.deepEqual(fillings.filter(isProse), []);
  });
});
