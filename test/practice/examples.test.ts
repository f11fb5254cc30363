import assert from 'node:assert/strict';
import { EXAMPLES } from '../../practice/examples';
import { isWritten } from '../../practice/flow/write';

describe('the example flows that a program makes', () => {
  for (const example of EXAMPLES) {
    it(`"${example.file}" is as \`node tools/run.mjs practice\` writes it`, () => {
      assert.ok(isWritten(example), 'run the command and commit what it writes');
    });
  }
});
