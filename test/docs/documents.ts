import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';

/** The text of a document of the repository. @param path below the repository's top folder */
export const readDocument = (path: string): string => readFileSync(join(packageRoot(), path), 'utf8');

/** Every document that a reader is led to. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'training/README.md',
  ...readdirSync(join(packageRoot(), 'docs')).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`),
];

/** The lines of the indented examples, without comments: what a reader pastes into a terminal. */
export function exampleLines(document: string): string[] {
  return readDocument(document).split('\n').filter((line) => line.startsWith('    ')).map((line) => line.replace(/\s#.*$/, '').trim());
}
