import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import packageJson from '../../package.json';
import { packageRoot } from '../../base/package-root';
import type { FlowNode } from '../../practice/flow/flow';
import type { GeneratedFile } from '../generate/generated-file';
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
  'pron-hear': '10',
  'pron-class': '11',
  'pron-voice': '12',
  'pron-wyoming': '17',
  'pron-house': '15',
  'pron-satellite': '16',
  'pron-remote': '13',
  'pron-worker': '14',
};

/** The nodes that the package has. */
const TYPES: readonly string[] = Object.keys(packageJson['node-red'].nodes);

/** Path of a node's picture, in the folder that Node-RED serves as `resources/PACKAGE`. */
export const pictureFile = (type: string): string => `resources/help/${type}.svg`;

function exampleOf(type: string): readonly FlowNode[] {
  const folder = join(packageRoot(), 'examples');
  const number = EXAMPLES[type];
  const file = readdirSync(folder).find((name) => name.startsWith(`${String(number)} - `));
  if (file === undefined) throw new Error(`There is no example flow ${String(number)} for ${type}.`);
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as readonly FlowNode[];
}

/** The pictures of the help texts, one for each node: its example flow, as SVG. */
export function helpPictures(): readonly GeneratedFile[] {
  return TYPES.map((type) => ({ path: pictureFile(type), text: drawFlow(flowAround(type, exampleOf(type))) }));
}
