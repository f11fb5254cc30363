import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import errors from '../../locales/en-US/errors.json';
import score from '../../locales/en-US/pron-score.json';

const read = (...path: string[]): string => readFileSync(join(packageRoot(), ...path), 'utf8');
const DOCUMENTS = ['README.md', 'CHANGELOG.md', 'SECURITY.md', ...readdirSync(join(packageRoot(), 'docs')).filter((file) => file.endsWith('.md')).map((file) => join('docs', file))];

/** Every sentence that a user can be told, as a pattern: places may hold anything. */
const SENTENCES = [...Object.values(errors).map(({ sentence }) => sentence), ...Object.values(score.message)].map(
  (sentence) => new RegExp(`^${sentence.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`),
);

describe('The README', () => {
  it('quotes errors as the nodes say them', () => {
    const table = /## When something does not work([\s\S]*?)\n## /.exec(read('README.md'))?.[1] ?? '';
    const quoted = [...table.matchAll(/^\| \*(.+?)\* \|/gm)].map(([, sentence = '']) => sentence);
    assert.ok(quoted.length >= 10);
    assert.deepEqual(quoted.filter((sentence) => !SENTENCES.some((pattern) => pattern.test(sentence))), []);
  });

  it('names scripts that there are', () => {
    const manifest = JSON.parse(read('package.json')) as { scripts: object };
    const named = [...read('README.md').matchAll(/npm run ([\w-]+)/g)].map(([, script = '']) => script);
    assert.deepEqual(named.filter((script) => !(script in manifest.scripts)), []);
    const run = [...read('README.md').matchAll(/node scripts\/run\.mjs (\S+)/g)].map(([, folder = '']) => folder);
    assert.deepEqual(run.filter((folder) => !existsSync(join(packageRoot(), folder, 'main.ts'))), []);
  });
});

describe('Links in the documents', () => {
  for (const file of DOCUMENTS) {
    it(`of ${file} lead to files that there are`, () => {
      const targets = [...read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
      const missing = targets.filter((target) => !target.startsWith('/') && !existsSync(join(packageRoot(), dirname(file), target)));
      assert.deepEqual(missing, []);
    });
  }
});
