import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { packageRoot } from '../../base/package-root';

/**
 * A module of this package as JavaScript for a Function node, which can import nothing of it: types and `export` are
 * gone. The module must import nothing itself.
 * @param path of the .ts file, relative to the package
 */
export function sharedCode(path: string): string {
  const source = readFileSync(join(packageRoot(), path), 'utf8');
  const { outputText } = transpileModule(source, { compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext } });
  return outputText.replace(/^export /gm, '').trimEnd();
}
