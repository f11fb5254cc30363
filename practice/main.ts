import { EXAMPLES } from './examples';
import { write } from './flow/write';

/** Writes the example flows: `node tools/run.mjs practice`. */
for (const example of EXAMPLES) {
  write(example);
  console.log(example.file);
}
