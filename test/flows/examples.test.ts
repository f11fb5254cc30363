import assert from 'node:assert/strict';
import { EXAMPLES } from '../../scripts/flows/examples';
import { isWritten } from '../../scripts/flows/lib/write';

describe('the example flows that a program makes', () => {
  for (const example of EXAMPLES) {
    it(`"${example.file}" is as \`node scripts/run.mjs scripts/flows\` writes it`, () => {
      assert.ok(isWritten(example), 'run the command and commit what it writes');
    });
  }
});
