import { writeFileSync } from 'node:fs';
import { pathOf, PICTURED } from './files';
import { picture } from './picture';

/** Draws the wiring of the flows for GPIO: `node scripts/run.mjs scripts/wiring`. */
for (const project of PICTURED) {
  writeFileSync(pathOf(project), picture(project));
  console.log(pathOf(project));
}
