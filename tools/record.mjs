// Writes figures that a program in another language has measured as a record: `node tools/record.mjs FILE.json COMMAND`.
// COMMAND is what the record says was run. Standard input is a JSON list of figures: name, value, and perhaps unit and target.
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { recordFigures } from './lib/record.mjs';

const [file, command] = process.argv.slice(2);
if (!file?.endsWith('.json') || !command) {
  console.error('Usage: node tools/record.mjs FILE.json COMMAND < figures.json');
  process.exit(1);
}
recordFigures(basename(file, '.json'), command, JSON.parse(readFileSync(0, 'utf8')), dirname(resolve(file)));
