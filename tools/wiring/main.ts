import { writeFileSync } from 'node:fs';
import { pathOf, PICTURED } from './files';
import { picture } from './picture';

/** Draws the wiring of the flows for GPIO: `node tools/run.mjs tools/wiring`. */
for (const project of PICTURED) {
  writeFileSync(pathOf(project), picture(project));
  console.log(pathOf(project));
}
