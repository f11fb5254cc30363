import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';

/** The text of a file beside a flow's builder, for a node that holds it: `practice/functions/route.js`. */
export function flowFile(path: string): string {
  return readFileSync(join(packageRoot(), 'practice', path), 'utf8').trimEnd();
}
