import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from './package-root';

const load = createRequire(__filename);

/** A small library that the package carries in vendor/, with its licence; a checkout before its first build has it installed. */
export function vendored(name: 'hanja' | 'html-entities'): unknown {
  const folder = join(packageRoot(), 'vendor', name);
  return load(existsSync(folder) ? folder : name);
}
