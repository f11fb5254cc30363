import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';

describe('The package\'s folder', () => {
  it('is found from dist/ too: no package.json was compiled into it', () => {
    assert.ok(existsSync(join(packageRoot(), 'models', 'default.json')));
    assert.ok(!existsSync(join(packageRoot(), 'dist', 'package.json')), 'a source imports package.json; use base/package-version');
  });
});
