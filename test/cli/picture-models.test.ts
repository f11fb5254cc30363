import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { packageRoot } from '../../base/package-root';
import { pronunciation, temporaryFolder, writeTable } from './support';

const recording = (name: string): string => join(packageRoot(), 'practice', 'recordings', `${name}.wav`);

describe('a picture model on the command line', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();

  for (const model of ['picture-gray', 'picture-colour']) {
    it(`evaluates a table with ${model}`, async () => {
      const pairs = writeTable(folder, `${model}.tsv`, [
        ['learner', 'reference', 'human', 'same'],
        [recording('en-correct'), recording('en-correct'), '9', '1'],
        [recording('en-mispronounced'), recording('en-correct'), '5', '1'],
        [recording('en-native'), recording('en-correct'), '', '0'],
      ]);
      const { code, stdout, stderr } = await pronunciation(['evaluate', '--pairs', pairs, '--model', model, '--json']);
      assert.equal(code, 0, stderr);
      const { n, failed, pearson, aucSame } = JSON.parse(stdout) as Record<string, number>;
      assert.deepEqual([n, failed], [3, 0]);
      assert.equal(pearson, 1, 'two rated pairs, and the recording itself is the better one');
      assert.ok((aucSame ?? NaN) >= 0.5);
    });
  }
});
