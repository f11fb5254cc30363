import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import packageJson from '../../package.json';
import { packageRoot } from '../../base/package-root';
import { dialogOf } from './lib/dialog';

/** Writes each node's dialog beside its compiled code: `node tools/run.mjs tools/dialogs [FOLDER]`; dist without a folder. */
const out = process.argv[2] ?? join(packageRoot(), 'dist');
for (const [type, file] of Object.entries(packageJson['node-red'].nodes)) {
  writeFileSync(join(out, file.replace(/^dist\//, '').replace(/\.js$/, '.html')), dialogOf(type));
}
