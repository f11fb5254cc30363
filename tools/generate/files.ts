import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { EXAMPLES } from '../../practice/examples';
import { textOf } from '../../practice/flow/example';
import { figuresPage } from '../figures/page';
import { helpPictures } from '../help-pictures/pictures';
import { pageOf, PAGES } from '../nodes-reference/page';
import { wiringPictures } from '../wiring/files';
import type { GeneratedFile } from './generated-file';

/** Every generated file. One may be drawn from another: those before it must have been written. */
const GENERATORS: readonly (() => readonly GeneratedFile[])[] = [
  () => EXAMPLES.map((example) => ({ path: `examples/${example.file}`, text: textOf(example) })),
  wiringPictures,
  helpPictures,
  () => PAGES.map(({ file, language }) => ({ path: file, text: pageOf(language) })),
  () => [{ path: 'docs/figures.md', text: figuresPage() }],
];

/** Calls `visit` with each generated file, in an order in which each can be made from those before it. */
export function eachGenerated(visit: (file: GeneratedFile) => void): void {
  for (const generate of GENERATORS) for (const file of generate()) visit(file);
}

/** Whether the checkout holds this file with this text. */
export function isWritten({ path, text }: GeneratedFile): boolean {
  try {
    return readFileSync(join(packageRoot(), path), 'utf8') === text;
  } catch {
    return false;
  }
}
