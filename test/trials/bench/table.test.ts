import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import data from '../../../trials/bench/boards.json';
import { single, timed, type Section } from '../../../trials/bench/figure';
import { figuresTable } from '../../../trials/bench/table';

const summary = (median: number) => ({ median, p95: 2 * median, least: median / 2 });
const SECTIONS: Section[] = [
  {
    title: 'Stages',
    figures: [
      timed('a', 'noise', { cpu: summary(25), wall: summary(30) }, { atMost: 40, of: 'cpu' }),
      timed('b', 'mel', { cpu: summary(60), wall: summary(61) }, { atMost: 40, of: 'cpu' }),
      timed('c', 'score', { cpu: null, wall: summary(200) }),
    ],
    notes: ['Given, not measured.'],
  },
  { title: 'Memory', figures: [single('d', 'engine', 'MB', 140.04, 150), single('e', 'other', 'MB', null, 150)] },
];
const REFERENCE = data.reference.yardstickMs;
const lines = figuresTable(SECTIONS, REFERENCE).split('\n');

describe('The table of the bench', () => {
  it('gives medians and 95th percentiles, the multiple of the yardstick, and the target with its verdict', () => {
    assert.match(lines[2] ?? '', /^ {2}noise +25\.0 +50\.0 +30\.0 +60\.0 +0\.406 {2}CPU at most 40: passed \(25\.0 on the reference machine\)$/);
    assert.match(lines[3] ?? '', /^ {2}mel +60\.0 +120 +61\.0 +122 +0\.974 {2}CPU at most 40: MISSED \(60\.0 on the reference machine\)$/);
  });

  it('judges a time as it would be on the reference machine, memory as it is here', () => {
    const [, , noise, mel] = figuresTable(SECTIONS, 2 * REFERENCE).split('\n');
    assert.match(noise ?? '', /passed \(12\.5 on the reference machine\)$/);
    assert.match(mel ?? '', / 60\.0 .*passed \(30\.0 on the reference machine\)$/);
    assert.match(figuresTable(SECTIONS, REFERENCE / 2), /engine +140 MB +at most 150: passed$/m);
  });

  it('takes the wall time for the multiple where nobody knows the CPU time', () => {
    assert.match(lines[4] ?? '', /^ {2}score +- +- +200 +400 +3\.247$/);
  });

  it('gives a single number with its unit and no multiple unless it is a time', () => {
    assert.match(lines[8] ?? '', /^ {2}engine +140 MB +at most 150: passed$/);
    assert.match(lines[9] ?? '', /^ {2}other +not here +at most 150: not here$/);
  });

  it('names each section before its figures and says below them what has to be known', () => {
    assert.equal(lines[1], 'Stages');
    assert.equal(lines[5], '  Given, not measured.');
    assert.equal(lines[7], 'Memory');
  });

  it('keeps each column at one place', () => {
    const end = (lines[0] ?? '').indexOf('CPU median') + 'CPU median'.length;
    for (const at of [2, 3]) assert.match((lines[at] ?? '').slice(0, end), /\d\.0$/);
  });
});
