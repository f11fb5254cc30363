import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import packageJson from '../../../package.json';
import { packageRoot } from '../../../base/package-root';
import type { FlowNode } from '../../../practice/flow/flow';
import { drawFlow } from './draw-flow';
import { flowAround } from './flow-around';

/** The number of the example flow that each node's help shows. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'pron-mic': '01',
  'pron-tts': '02',
  'pron-noise': '03',
  'pron-vad': '04',
  'pron-mel': '05',
  'pron-score': '06',
  'pron-gain': '07',
  'pron-time': '08',
  'pron-play': '09',
};

/** The nodes that the package has. */
export const TYPES: readonly string[] = Object.keys(packageJson['node-red'].nodes);

/** Path of a node's picture, in the folder that Node-RED serves as `resources/PACKAGE`. */
export const pictureFile = (type: string): string => join('resources', 'help', `${type}.svg`);

function exampleOf(type: string): readonly FlowNode[] {
  const folder = join(packageRoot(), 'examples');
  const number = EXAMPLES[type];
  const file = readdirSync(folder).find((name) => name.startsWith(`${String(number)} - `));
  if (file === undefined) throw new Error(`There is no example flow ${String(number)} for ${type}.`);
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly FlowNode[];
}

/** The picture of a node's example, as SVG. */
export function pictureOf(type: string): string {
  return drawFlow(flowAround(type, exampleOf(type)));
}

/** Writes it and returns its path. */
export function writePicture(type: string): string {
  const file = pictureFile(type);
  const path = join(packageRoot(), file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, pictureOf(type));
  return file;
}
