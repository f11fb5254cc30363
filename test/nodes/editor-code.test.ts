import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import { dialogOf, handmadeDialog, includesOf } from '../../tools/dialogs/lib/dialog';
import { OUR_NODES } from '../support/our-nodes';

const NODES = join(packageRoot(), 'nodes');
const SHARED = readdirSync(join(NODES, 'editor'));
const SCRIPTS = SHARED.filter((name) => name.endsWith('.js'));
const STYLES = SHARED.filter((name) => name.endsWith('.css'));

const readShared = (name: string): string => readFileSync(join(NODES, 'editor', name), 'utf8');
const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

/** The shared constants that a piece of code uses, as file names. */
function usesOf(code: string): string[] {
  return SCRIPTS.filter((name) => new RegExp(`\\b${basename(name, '.js')}\\.\\w+\\(|= ${basename(name, '.js')};`).test(withoutComments(code)));
}

describe('The editor code that dialogs share', () => {
  it('is a constant of the file\'s own name, said to be global to the linter', () => {
    for (const name of SCRIPTS) assert.match(readShared(name), new RegExp(`^(/\\*\\*[\\s\\S]*?\\*/\n)?const ${basename(name, '.js')} = `), name);
  });

  for (const type of OUR_NODES) {
    it(`is included in ${type}.html where it is used, directly or by what is included, and nowhere else`, () => {
      const html = handmadeDialog(type);
      const included = includesOf(html);
      assert.equal(new Set(included).size, included.length);
      const used = new Set([html, dialogOf(type), ...included.map(readShared)].flatMap(usesOf));
      assert.deepEqual([...included].sort(), [...used].sort());
      assert.ok(included.length > 0);
    });

    it(`comes with the styles of ${type}.html, each class of which is there`, () => {
      const source = dialogOf(type);
      const styles = /<style>([\s\S]*?)<\/style>/.exec(source)?.[1] ?? '';
      for (const [, name = ''] of source.matchAll(/(?:class="|addClass\('|class="fa )(pron-(?:row|group|wide|short|below|picker|facts|trial|problem))\b/g)) {
        assert.ok(styles.includes(`.${name}`), name);
      }
    });
  }

  it('has the colours of the editor\'s theme and no others', () => {
    const theme = readFileSync(join(packageRoot(), 'node_modules', '@node-red', 'editor-client', 'public', 'red', 'style.min.css'), 'utf8');
    const known = new Set([...theme.matchAll(/(--red-ui-[\w-]+):/g)].map(([, name]) => name));
    for (const file of STYLES) {
      const style = withoutComments(readShared(file));
      const variables = [...style.matchAll(/var\((.*?)\)/g)].map(([, name = '']) => name);
      assert.deepEqual(variables.filter((name) => !known.has(name)), [], file);
      for (const [, property = '', value = ''] of style.matchAll(/((?:[\w-]+-)?(?:color|background|border(?:-\w+)?)):([^;}]*)/g)) {
        if (property.endsWith('radius')) continue;
        assert.match(value, /var\(--red-ui-|^\s*(?:0|none)\s*$/, `${file}: ${property}`);
      }
    }
  });
});
