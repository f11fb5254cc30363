import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { BOARD_NAMES, boardOf, budgetOf, budgetText, slowdownOf, yardstickOn } from '../../../trials/bench/budget';
import data from '../../../trials/bench/boards.json';
import { single, timed, type Section } from '../../../trials/bench/figure';

const MODEL = 'Raspberry Pi 4 Model B Rev 1.4';
const HERE = data.reference.yardstickMs;
const chain = (ms: number): Section => ({
  title: 'x',
  figures: [
    timed('stages.together.3s', 'chain', { cpu: { median: ms, p95: ms, least: ms }, wall: { median: ms, p95: ms, least: ms } }, { atMost: 12, of: 'cpu' }),
    timed('stages.noise.3s', 'noise', null),
    single('memory.engine.native', 'memory', 'MB', 140, 150),
    single('lateness.native', 'lateness', 'ms', 4, 10),
  ],
});

describe('The budget of a board', () => {
  it('is there for each of the four boards, the slower the board the larger', () => {
    assert.deepEqual(BOARD_NAMES, ['pi3', 'pi4', 'pi5', 'zero2w']);
    const slowdowns = ['pi5', 'pi4', 'pi3', 'zero2w'].map((name) => slowdownOf(boardOf(name)));
    assert.deepEqual(slowdowns, [...slowdowns].sort((a, b) => a - b));
    assert.throws(() => boardOf('pi9'), /use one of pi3, pi4/);
  });

  it('is the target of a time, times the slowdown and the headroom; memory and lateness are the same everywhere', () => {
    const { lines } = budgetOf('pi4', [chain(12)], HERE, '');
    const slowdown = data.reference.mips / data.boards.pi4.mips;
    assert.deepEqual(lines.map(({ name }) => name), ['chain', 'memory', 'lateness']);
    assert.ok(Math.abs((lines[0]?.budget ?? 0) - 12 * slowdown * data.headroom) < 1e-9);
    assert.deepEqual(lines.slice(1).map(({ budget }) => budget), [150, 10]);
  });

  it('is an estimate off the board: the same multiple of the yardstick, on whatever machine it was measured', () => {
    const there = yardstickOn(boardOf('pi4'));
    const here = budgetOf('pi4', [chain(12)], HERE, '');
    const onFaster = budgetOf('pi4', [chain(6)], HERE / 2, 'Another machine');
    assert.equal(here.isHere, false);
    assert.ok(Math.abs((here.lines[0]?.found ?? 0) - (12 / HERE) * there) < 1e-9);
    assert.ok(Math.abs((onFaster.lines[0]?.found ?? 0) - (here.lines[0]?.found ?? 1)) < 1e-9);
    assert.match(budgetText(here), /ESTIMATE/);
    assert.doesNotMatch(budgetText(here), /passed|MISSED/);
  });

  it('is checked against what was measured on the board', () => {
    const met = budgetOf('pi4', [chain(20)], 300, MODEL);
    assert.equal(met.isHere, true);
    assert.deepEqual(met.lines.map(({ found, verdict }) => [found, verdict]), [[20, 'passed'], [140, 'passed'], [4, 'passed']]);
    assert.equal(budgetOf('pi4', [chain(2000)], 300, MODEL).lines[0]?.verdict, 'MISSED');
    assert.match(budgetText(met), /measured 20 ms: passed/);
    assert.equal(budgetOf('pi5', [chain(20)], 300, MODEL).isHere, false);
  });

  it('names where its figures are from', () => {
    const text = budgetText(budgetOf('zero2w', [chain(12)], HERE, ''));
    assert.ok(text.includes(data.source.address) && text.includes(data.boards.zero2w.entry) && text.includes(String(data.boards.zero2w.mips)));
  });
});
