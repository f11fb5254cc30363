import { strict as assert } from 'node:assert';
import { STAGES, type OurRun, type Pass, type Run, type Stage } from '../../../trials/against-original/chains';
import { figuresOf } from '../../../trials/against-original/figures';

const spent = (cpu: number): { cpu: number; wall: number } => ({ cpu, wall: 2 * cpu });
const pass = (cpu: number, more: Partial<Record<Stage, number>> = {}): Pass =>
  Object.fromEntries(STAGES.map((stage) => [stage, spent(more[stage] ?? cpu)])) as Pass;
const run = (passes: readonly Pass[], more: Partial<Run> = {}): Run =>
  ({ imports: spent(300), model: spent(40), first: spent(50), passes, peakMb: 800, scores: [], ...more });
const ourRun = (passes: readonly Pass[], more: Partial<OurRun> = {}): OurRun =>
  ({ ...run(passes, more), shipped: [spent(9), spent(7)], peakOfSame: 100, peakMb: 200, pictureScores: [], ...more });

function valueOf(figures: ReturnType<typeof figuresOf>, words: RegExp): string {
  return String(figures.find(({ name }) => words.test(name))?.value);
}

describe('the figures of the original and of our chain', () => {
  it('are the least of all rounds and passes, because other work of the machine only adds to a time', () => {
    const figures = figuresOf([run([pass(20), pass(10)]), run([pass(30)])], [ourRun([pass(5)]), ourRun([pass(2), pass(4)])]);
    assert.equal(valueOf(figures, /^cut silence/), '10.0 ms; 2.00 ms; 5.00 times');
    assert.equal(valueOf(figures, /what ships/), '60.0 ms; 7.00 ms; 8.57 times');
  });

  it('count our pictures once: the network\'s stage draws them', () => {
    const figures = figuresOf([run([pass(10)])], [ourRun([pass(1, { picture: 50 })])]);
    assert.equal(valueOf(figures, /^one learner, all stages/), '60.0 ms; 5.00 ms; 12.0 times');
    assert.equal(valueOf(figures, /^the same, time that passes/), '120 ms; 10.0 ms; 12.0 times');
  });

  it('have the spread of a score only where a network was trained', () => {
    const figures = figuresOf([run([pass(1)])], [ourRun([pass(1)], { scores: [80, 90, 100] })]);
    assert.equal(valueOf(figures, /ten times: points by the default model/), '80.0, 90.0, 100.0');
    assert.equal(figures.some(({ name }) => name.includes('points by the original')), false);
  });
});
