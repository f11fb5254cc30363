import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json';
import { packageRoot } from '../../base/package-root';
import { flowAround } from '../../tools/help-pictures/lib/flow-around';
import { pictureFile, pictureOf, TYPES } from '../../tools/help-pictures/lib/pictures';
import { textWidth } from '../../tools/help-pictures/lib/text-width';

const read = (...path: string[]): string => readFileSync(join(packageRoot(), ...path), 'utf8');

/** What the nodes of a type are called in the numbered examples. */
function labelsOf(type: string): string[] {
  const files = readdirSync(join(packageRoot(), 'examples')).filter((file) => /^\d\d - /.test(file));
  const nodes = files.flatMap((file) => JSON.parse(read('examples', file)) as { type: string; name?: string }[]);
  return nodes.filter((node) => node.type === type).map(({ name }) => name || type.slice(5));
}

for (const type of TYPES) {
  describe(`The picture in the help text of ${type}`, () => {
    it('is as `node tools/run.mjs tools/help-pictures` draws it', () => {
      assert.ok(existsSync(join(packageRoot(), pictureFile(type))), 'run the command and commit what it draws');
      assert.equal(read(pictureFile(type)), pictureOf(type), 'run the command and commit what it draws');
    });

    it('shows the node in its colour, with its icon and label', () => {
      const picture = pictureOf(type);
      const colour = /color: '(#\w+)'/.exec(read('nodes', type.replace('pron-', ''), `${type}.html`))?.[1] ?? 'none';
      assert.ok(picture.includes(`fill="${colour}"`), colour);
      assert.ok(labelsOf(type).some((label) => picture.includes(`>${label}</text>`)));
      assert.ok(picture.includes('viewBox="0 0 40 60"'));
    });

    for (const language of ['en-US', 'ko']) {
      it(`is shown at its place in the package, and told in words: ${language}`, () => {
        const [, src = '', alt = ''] = /<img src="([^"]*)"[^>]*?alt="([^"]*)"/.exec(read('locales', language, `${type}.html`)) ?? [];
        assert.equal(src, `resources/${packageJson.name}/${pictureFile(type).replace('resources/', '')}`);
        assert.ok(alt.length > 20, alt);
      });
    }
  });
}

describe('flowAround', () => {
  const node = (id: string, type: string, wires: string[][] = []) => ({ id, type, name: '', x: 0, y: 0, wires });

  it('is what is connected with the node, in either direction, and nothing else', () => {
    const flow = [
      { id: 't', type: 'tab' }, node('a', 'inject', [['b']]), node('b', 'wanted', [['c', 'd']]), node('c', 'debug'),
      node('d', 'change', [['b']]), node('e', 'comment'), node('f', 'catch', [['g']]), node('g', 'debug'),
    ];
    assert.deepEqual(flowAround('wanted', flow).map(({ id }) => id), ['a', 'b', 'c', 'd']);
  });
});

describe('textWidth', () => {
  it('is that of the letters, wide and narrow ones', () => {
    assert.ok(textWidth('mmm') > 2 * textWidth('iii'));
    assert.ok(Math.abs(textWidth('read the recording') - 112) < 8);
  });
});
