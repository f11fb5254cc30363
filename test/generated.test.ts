import assert from 'node:assert/strict';
import { eachGenerated, isWritten } from '../tools/generate/files';

describe('The generated files', () => {
  it('are as `npm run generate` writes them', () => {
    const stale: string[] = [];
    let count = 0;
    eachGenerated((file) => {
      count += 1;
      if (!isWritten(file)) stale.push(file.path);
    });
    assert.ok(count > 20, String(count));
    assert.deepEqual(stale, [], 'run npm run generate and commit what it writes');
  });
});
