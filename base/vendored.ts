import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from './package-root';

const load = createRequire(__filename);
const folders = new Map<string, string>();

/**
 * The folder in vendor/ with what runs of a library, or that of its main file in a checkout before the first build. The first
 * choice is kept, even if a build makes vendor/ meanwhile: one process must not load a library twice.
 */
export function vendorFolder(library: string): string {
  const before = folders.get(library);
  if (before !== undefined) return before;
  const vendored = join(packageRoot(), 'vendor', library);
  const folder = existsSync(vendored) ? vendored : dirname(load.resolve(library));
  folders.set(library, folder);
  return folder;
}

/** A small library that the package carries in vendor/, with its licence. */
export function vendored(library: 'hanja' | 'html-entities' | 'mqtt' | 'pbf' | 'qrcode' | 'selfsigned', file = 'index.js'): unknown {
  return load(join(vendorFolder(library), file));
}
