import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { packageRoot } from '../../base/package-root';

const IMPORT = /^import .* from '(\.[^']*)';\n/gm;
/** A module of Node.js, which the Function node names as the variable of a module. */
const NODE_IMPORT = /^import \* as (\w+) from 'node:\1';\n/gm;

/**
 * Modules of this package as JavaScript for a Function node, which can import nothing of it: types and `export` are gone, and
 * what the modules import stands before them. All their names must differ.
 * @param paths of the .ts files, relative to the package
 */
export function sharedCode(...paths: readonly string[]): string {
  const code = new Map<string, string>();
  for (const path of paths) codeByPath(path, code);
  return [...code.values()].join('\n');
}

/** Each module once, after those that it imports. */
function codeByPath(path: string, known: Map<string, string>): Map<string, string> {
  if (known.has(path)) return known;
  const source = readFileSync(join(packageRoot(), path), 'utf8');
  const { outputText } = transpileModule(source, { compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext } });
  for (const [, imported = ''] of outputText.matchAll(IMPORT)) codeByPath(`${join(dirname(path), imported)}.ts`, known);
  return known.set(path, outputText.replace(IMPORT, '').replace(NODE_IMPORT, '').replace(/^export /gm, '').trimEnd());
}
