import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import JUDGES from '../../nodes/judges.json';

export type Catalogue = { readonly [key: string]: string | Catalogue };

/** Those that have a folder. */
export const LANGUAGES = readdirSync(join(packageRoot(), 'locales'));

/** A node's catalogue as the build puts it together. */
export function catalogueOf(type: string, language: string): Catalogue {
  const read = (name: string): Catalogue => {
    const file = join(packageRoot(), 'locales', language, `${name}.json`);
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Catalogue) : {};
  };
  return { ...read('shared'), ...read(type), ...(JUDGES.includes(type) && read('judgement')), errors: read('errors'), phrases: read('phrases') };
}

/** Looks a key up as Node-RED does: `__name__` is filled in, and an unknown key comes back as it is. */
export function translator(catalogue: Catalogue): (key: string, values?: Record<string, string | number>) => string {
  return (key, values = {}) => {
    let found: string | Catalogue | undefined = catalogue;
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
    if (typeof found !== 'string') return key;
    return found.replace(/__(\w+?)__/g, (place, name: string) => String(values[name] ?? place));
  };
}

/** All keys of a catalogue, as paths. */
export function keysOf(catalogue: Catalogue, before = ''): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keysOf(value, `${before}${key}.`),
  );
}
