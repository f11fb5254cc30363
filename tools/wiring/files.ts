import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { PROJECTS, type Project } from '../../practice/gpio/hardware/pins';

/** Every project that has a picture. */
export const PICTURED: readonly Project[] = Object.values(PROJECTS);

/** Where the picture of a project lies. */
export function pathOf({ name }: Project): string {
  return join(packageRoot(), 'docs', 'wiring', `${name}.svg`);
}
