import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../engine/package-root';
import { MAX_STATUS_LENGTH } from '../../nodes/lib/status';
import { catalogueOf, keysOf, translator } from '../support/catalogue';
import { editorSource } from '../support/editor';

const root = packageRoot();
const TYPES = readdirSync(join(root, 'nodes')).filter((name) => name.endsWith('.html')).map((name) => name.replace('.html', ''));
const LANGUAGES = ['en-US', 'ko'];

const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

function sourcesIn(folder: string): string {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.ts')).map((file) => read(folder, file)).join('\n');
}

/** Keys that a node's dialog and runtime look up; one that ends with a dot stands for all that begin so. */
function usedKeys(type: string): string[] {
  const html = editorSource(type);
  const own = read('nodes', `${type}.ts`);
  // Of what is shared only the score node looks up more than statuses by name.
  const runtime = own + sourcesIn('nodes/lib').replaceAll(type === 'pron-score' ? '' : /RED\._\(`(status|message|tier)/g, '');
  const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  return [
    ...all(html, /data-i18n="(?:\[\w+\])?([^"]+)"/g),
    ...all(html, /\b_\((?:[^'()]*\? )?'([^']+)'/g),
    ...all(html, /'((?:invalid|hint)\.[\w-]+)'/g),
    ...all(html, /\? '([\w.]+)' : '[\w.]+'/g).filter((key) => key.includes('.')),
    ...all(html, /\? '[\w.]+' : '([\w.]+)'/g).filter((key) => key.includes('.')),
    ...all(runtime, /\bRED\._\('([^']+)'/g),
    ...all(runtime, /\bRED\._\(`([^`$]*)/g),
    ...all(own, /\bshow\(\s*'\w+',\s*'([\w-]+)'/g).map((key) => `status.${key}`),
  ];
}

for (const type of TYPES) {
  describe(`The catalogue of ${type}`, () => {
    const catalogue = (language: string) => catalogueOf(type, language);
    const keys = keysOf(catalogue('en-US'));
    const own = keysOf(JSON.parse(read('locales', 'en-US', `${type}.json`)));

    it('has the same keys in English and Korean, and a text for each', () => {
      assert.deepEqual(keysOf(catalogue('ko')).sort(), [...keys].sort());
      for (const language of LANGUAGES) {
        const translate = translator(catalogue(language));
        for (const key of keys) assert.notEqual(translate(key).trim(), '', `${language} ${key}`);
      }
    });

    it('fills the same places in both languages', () => {
      const places = (language: string, key: string) =>
        [...translator(catalogue(language))(key).matchAll(/__\w+?__|\{\w+\}/g)].map(String).sort();
      for (const key of keys) assert.deepEqual(places('ko', key), places('en-US', key), key);
    });

    it('is its own: what it shares with all is not overwritten', () => {
      const shared = Object.keys(JSON.parse(read('locales', 'en-US', 'shared.json')));
      const twice = Object.keys(JSON.parse(read('locales', 'en-US', `${type}.json`))).filter((key) => [...shared, 'errors'].includes(key));
      assert.deepEqual(twice, []);
    });

    it('has every key that the node looks up', () => {
      const used = usedKeys(type).filter((key) => !key.startsWith('node-red:'));
      assert.ok(used.length > 5, 'keys were found in the sources');
      for (const key of used) {
        const there = key === '' || key.endsWith('.') ? keys.some((one) => one.startsWith(key)) : keys.includes(key);
        assert.ok(there, `${type} looks up ${key}`);
      }
    });

    it('has no key that nobody looks up', () => {
      const used = usedKeys(type);
      const named = (key: string): boolean => {
        const last = key.slice(key.lastIndexOf('.') + 1);
        // Labels of fields are looked up by the name of the field.
        return key.startsWith('label.') && editorSource(type).includes(`'${last}'`);
      };
      const unused = own.filter((key) => !used.some((one) => one === key || (one.endsWith('.') && key.startsWith(one))) && !named(key));
      assert.deepEqual(unused, []);
    });

    it('has room for every status in the editor', () => {
      const longest = { snr: -120, seconds: '600.0', bands: 512, frames: 59999, score: 100 };
      for (const language of LANGUAGES) {
        const translate = translator(catalogue(language));
        for (const key of keys.filter((one) => /^status\.|^errors\.\w+\.status$/.test(one))) {
          const text = translate(key, longest);
          assert.ok(text.length <= MAX_STATUS_LENGTH, `${language} ${key}: ${text}`);
        }
      }
    });

    it('comes with a help text for the node, in both languages', () => {
      for (const language of LANGUAGES) {
        const file = join('locales', language, `${type}.html`);
        assert.ok(existsSync(join(root, file)), file);
        const help = read(file);
        assert.match(help, new RegExp(`^<script type="text/html" data-help-name="${type}">\\s*<p>`));
        const headings = [...help.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, heading]) => heading);
        const expected = language === 'ko' ? ['입력', '출력', '상세', '참고'] : ['Inputs', 'Outputs', 'Details', 'References'];
        assert.deepEqual(headings, expected);
      }
    });
  });
}

describe('The table of errors', () => {
  it('holds no error that nothing reports', () => {
    const sources = ['pipeline', 'engine', 'nodes', 'cli'].map(sourcesIn).join('\n');
    const codes = Object.keys(JSON.parse(read('locales', 'en-US', 'errors.json')));
    assert.deepEqual(codes.filter((code) => !sources.includes(`'${code}'`)), []);
  });

  it('says in each sentence what to do', () => {
    for (const [code, { sentence }] of Object.entries(JSON.parse(read('locales', 'en-US', 'errors.json')) as Record<string, { sentence: string }>)) {
      assert.match(sentence, /[.;:] \S.*\.$|must be/, code);
    }
  });
});
