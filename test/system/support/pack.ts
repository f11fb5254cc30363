import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './node-red';

/** npm's own settings of this run would make the inner npm act on this checkout. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(config_(?!registry|cache)|package|lifecycle)/i.test(name)),
);

/** Runs npm in a folder; returns what it writes. */
export const npm = (folder: string, ...args: string[]): string =>
  execFileSync('npm', args, { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

export interface Packed {
  /** The tarball, absolute. */
  readonly tarball: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs the checkout, or a workspace of it, as built, into a folder. */
export function pack(folder: string, workspace?: string): Packed {
  const which = workspace === undefined ? [] : ['-w', workspace];
  const [made] = JSON.parse(npm(ROOT, 'pack', ...which, '--json', '--ignore-scripts', '--pack-destination', folder)) as readonly {
    readonly filename: string;
    readonly files: Packed['files'];
  }[];
  if (made === undefined) throw new Error('npm pack made nothing.');
  return { tarball: join(folder, made.filename), files: made.files };
}
