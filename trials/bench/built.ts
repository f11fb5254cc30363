import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(__filename);

/**
 * Loads a module of dist/, which is the code that users run, without the tools that run the sources. Its type is that of the
 * source: `built('engine/supervisor') as typeof import('../../engine/supervisor')`.
 */
export function built(path: string): unknown {
  return load(join(__dirname, '..', '..', 'dist', `${path}.js`));
}
