import { EXAMPLES } from './examples';
import { write } from './lib/write';

/** Writes the example flows: `node scripts/run.mjs scripts/flows`. */
for (const example of EXAMPLES) {
  write(example);
  console.log(example.file);
}
