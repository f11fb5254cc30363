import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import type { FlowNode } from '../../test/system/support/node-red';

/** The teacher's PIN of the trial. */
export const TRIAL_PIN = '24681357';
export const CLASS_NAME = 'trial';

/** In place of noise, vad, hear, mel and score: a recording of the trial is its own score. */
const SCORE = `const { score, heard } = msg.payload;
Object.assign(msg.pronunciation, { role: 'learner', score, heard });
msg.payload = score.value;
return msg;`;

/** The practice flow, and its two widgets. */
export interface TrialFlow {
  readonly nodes: readonly FlowNode[];
  readonly practicePage: string;
  readonly classPage: string;
}

/** The practice flow as it is shipped, with names instead of seat numbers, and without the computing: nobody would hear a class of it. */
export function trialFlow(): TrialFlow {
  const shipped = JSON.parse(readFileSync(join(packageRoot(), 'examples', 'dashboard', 'Practice station.json'), 'utf8')) as FlowNode[];
  const one = (type: string, name?: string): FlowNode => {
    const [found] = shipped.filter((node) => node.type === type && (name === undefined || node['name'] === name));
    if (found === undefined) throw new Error(`The practice flow has no ${type} ${name ?? ''}.`);
    return found;
  };
  const scored = one('pron-score')['wires'];
  const recording = one('function', 'keep it for the replay').id;
  const changed = (node: FlowNode): FlowNode => {
    if (node.type === 'tab') return { ...node, env: [{ name: 'PRONUNCIATION_PIN', value: TRIAL_PIN, type: 'str' }] };
    if (node.type === 'pron-class') return { ...node, className: CLASS_NAME, places: 'names', seats: 99, awayMinutes: 30 };
    if (node.id === recording) return { ...node, func: SCORE, wires: (scored as unknown[]).slice(0, 1) };
    return node;
  };
  return {
    nodes: shipped.filter(({ type }) => type !== 'inject' && type !== 'debug').map(changed),
    practicePage: one('ui-pron-practice').id,
    classPage: one('ui-pron-class').id,
  };
}
