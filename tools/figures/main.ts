// Writes docs/figures.md from the records in docs/figures: `node tools/run.mjs tools/figures`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { figuresPage } from './page';

writeFileSync(join(packageRoot(), 'docs', 'figures.md'), figuresPage());
