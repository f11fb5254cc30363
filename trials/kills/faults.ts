import type { KillFigures, KillPlan } from './kill-run';

const DIED = 'PRON_ENGINE_DIED';
/** An engine that is out of memory may survive and report this code. */
const NO_MEMORY = 'PRON_NO_MEMORY';
const RESULTS: readonly string[] = ['native', 'wasm'];

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, one) => all + one, 0);

/** The faults of a run as sentences; empty if there are none. */
export function faultsOf({ ends, lost, doubled, wrong, kills, diedIdle, isSameProcess, left }: KillFigures, plan: KillPlan): string[] {
  const others = Object.keys(ends).filter((end) => end !== DIED && end !== NO_MEMORY && !RESULTS.includes(end));
  const failed = ends[DIED] ?? 0;
  const faults: [boolean, string][] = [
    [lost > 0, `${lost} jobs never ended`],
    [doubled > 0, `${doubled} jobs ended more than once`],
    [wrong > 0, `${wrong} results belong to another recording`],
    [others.length > 0, `jobs ended with ${others.join(', ')}`],
    [failed > sum(kills) + diedIdle, `${failed} jobs failed, more than engines were ended`],
    [failed === 0, 'no job has failed: nothing was ended at work'],
    [sum(kills) !== plan.kills, `${sum(kills)} of ${plan.kills} kills were made`],
    [!isSameProcess, 'Node-RED has been started again'],
    [left > 0, `${left} processes are left`],
  ];
  return faults.filter(([isSo]) => isSo).map(([, words]) => words);
}
