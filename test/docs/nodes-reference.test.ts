import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import { PAGES, pageOf } from '../../tools/nodes-reference/lib/page';

describe('The reference of the settings', () => {
  for (const { file, language } of PAGES) {
    it(`is as \`node tools/run.mjs tools/nodes-reference\` writes it: ${file}`, () => {
      assert.equal(readFileSync(join(packageRoot(), file), 'utf8'), pageOf(language), 'run the command and commit what it writes');
    });
  }
});
