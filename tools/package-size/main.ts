import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { groupedBy } from '../../evaluation/grouped-by';

/** Lines of TypeScript that a Pi is to get at most. */
const MOST_LINES = 15_000;

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** The source of a packed file, relative to the package; null for one that was not written in TypeScript. */
function sourceOf(path: string): string | null {
  const source = path.replace(/^dist\//, '').replace(/\.js$/, '.ts');
  return path.startsWith('dist/') && path.endsWith('.js') && existsSync(join(packageRoot(), source)) ? source : null;
}

function linesOf(source: string): number {
  return readFileSync(join(packageRoot(), source), 'utf8').trimEnd().split('\n').length;
}

/** Prints what `npm pack --dry-run` packs for a Pi: product code by room, and the size. */
function main(): void {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: packageRoot(), encoding: 'utf8' });
  const [packed] = JSON.parse(output) as readonly Packed[];
  if (packed === undefined) throw new Error('npm pack tells nothing.');
  const sources = packed.files.flatMap(({ path }) => sourceOf(path) ?? []);
  const rooms = groupedBy(sources, (source) => source.split('/', 1)[0] ?? '');
  let total = 0;
  console.log(`${'room'.padEnd(12)}files   lines`);
  for (const [room, files] of [...rooms].sort(([one], [other]) => one.localeCompare(other))) {
    const lines = files.reduce((sum, file) => sum + linesOf(file), 0);
    total += lines;
    console.log(`${room.padEnd(12)}${String(files.length).padStart(5)}${String(lines).padStart(8)}`);
  }
  console.log(`${'all'.padEnd(12)}${String(sources.length).padStart(5)}${String(total).padStart(8)}   at most ${MOST_LINES}: ${total <= MOST_LINES ? 'met' : 'MISSED'}`);
  console.log(`${packed.files.length} files, ${(packed.size / 1e6).toFixed(1)} MB packed, ${(packed.unpackedSize / 1e6).toFixed(1)} MB unpacked`);
}

main();
