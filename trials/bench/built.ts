import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(__filename);

/**
 * A module of dist/: what people run, with nothing of the tools that run the sources. Its type is the source's:
 * `built('engine/supervisor') as typeof import('../../engine/supervisor')`.
 */
export function built(path: string): unknown {
  return load(join(__dirname, '..', '..', 'dist', `${path}.js`));
}
