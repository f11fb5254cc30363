import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import packageJson from '../../package.json';
import { flowAround } from '../../tools/help-pictures/flow-around';
import { pictureFile } from '../../tools/help-pictures/pictures';
import { OUR_NODES } from '../support/our-nodes';

for (const type of OUR_NODES) {
  describe(`The picture in the help text of ${type}`, () => {
    for (const language of ['en-US', 'ko']) {
      it(`is shown at its place in the package, and told in words: ${language}`, () => {
        const help = readFileSync(join(packageRoot(), 'locales', language, `${type}.html`), 'utf8');
        const [, src = '', alt = ''] = /<img src="([^"]*)"[^>]*?alt="([^"]*)"/.exec(help) ?? [];
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
