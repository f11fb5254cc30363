import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import { PAGES, pageOf } from './lib/page';

/** Writes the reference of every node's settings: `node tools/run.mjs tools/nodes-reference`. */
for (const { file, language } of PAGES) {
  writeFileSync(join(packageRoot(), file), pageOf(language));
  console.log(file);
}
