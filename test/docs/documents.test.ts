import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import manifest from '../../package.json';
import { LANGUAGES } from '../support/catalogue';
import { helpOf } from '../support/help';
import { OUR_NODES } from '../support/our-nodes';
import { DOCUMENTS, readDocument } from './documents';

const missingIn = (paths: readonly string[]): string[] => paths.filter((path) => !existsSync(join(packageRoot(), path)));

/** As GitHub makes the address of a heading. */
const anchorOf = (heading: string): string => heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-');

const hasHeading = (document: string, anchor: string): boolean =>
  [...readDocument(document).matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => anchorOf(heading) === anchor);

describe('The documents', () => {
  for (const file of DOCUMENTS) {
    const text = readDocument(file);

    it(`${file}: links lead to files and headings that exist`, () => {
      const broken = [...text.matchAll(/\]\(([^)#:]*)(?:#([^)]+))?\)/g)].filter(([, target = '', anchor]) => {
        const path = target === '' ? file : join(dirname(file), target);
        if (missingIn([path]).length > 0) return true;
        return anchor !== undefined && !hasHeading(path, anchor);
      });
      assert.deepEqual(broken.map(([link]) => link), []);
    });

    it(`${file}: scripts and programs that it names exist`, () => {
      const scripts = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script);
      assert.deepEqual(scripts.filter((script) => !(script in manifest.scripts)), []);
      const programs = [...text.matchAll(/node tools\/run\.mjs ([\w/-]+)/g)].map(([, folder = '']) => join(folder, 'main.ts'));
      assert.deepEqual(missingIn(programs), []);
    });
  }
});

describe('The help texts of the nodes', () => {
  it('link to headings of documents that exist', () => {
    const helps = OUR_NODES.flatMap((type) => LANGUAGES.map((language) => helpOf(type, language))).join('\n');
    const links = [...helps.matchAll(/node-red-pronunciation\/blob\/HEAD\/([\w/.-]+)#([^"]+)"/g)];
    assert.ok(links.length > 0);
    assert.deepEqual(links.filter(([, document = '', anchor = '']) => missingIn([document]).length > 0 || !hasHeading(document, anchor)), []);
  });
});

describe('CONTRIBUTING.md', () => {
  it('follows a recording through files that exist', () => {
    const section = /## One recording[\s\S]*?\n## /.exec(readDocument('CONTRIBUTING.md'))?.[0] ?? '';
    const files = [...section.matchAll(/`([\w-]+\/[\w./-]+)`/g)].map(([, file = '']) => file);
    assert.ok(files.length > 10);
    assert.deepEqual(missingIn(files), []);
  });

  it('has a line for each room', () => {
    const rooms = [...readDocument('CONTRIBUTING.md').matchAll(/^\| `(\w+)\/` \|/gm)].map(([, room = '']) => room);
    assert.deepEqual(missingIn(rooms), []);
    for (const room of ['base', 'pipeline', 'language', 'models', 'voices', 'devices', 'engine', 'nodes', 'evaluation', 'practice', 'cli', 'training', 'trials']) {
      assert.ok(rooms.includes(room), room);
    }
  });
});
