import { PROJECTS } from '../../practice/gpio/hardware/pins';
import type { GeneratedFile } from '../generate/generated-file';
import { picture } from './picture';

/** The pictures of the wiring, one for each project. */
export function wiringPictures(): readonly GeneratedFile[] {
  return Object.values(PROJECTS).map((project) => ({ path: `docs/wiring/${project.name}.svg`, text: picture(project) }));
}
