import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file in `practice/lessons`: what a Function node runs or a template node sends. */
export function code(file: string): string {
  return readFileSync(join(__dirname, '..', file), 'utf8');
}
