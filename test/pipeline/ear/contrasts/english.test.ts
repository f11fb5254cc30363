import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { englishAdvice, neighboursOf } from '../../../../pipeline/ear/contrasts/english';

const saidFor = (phones: string): string[] => neighboursOf(phones.split(' ')).map((neighbour) => neighbour.phones.join(' '));

describe('The neighbours of an English word', () => {
  it('have one sound exchanged for another that learners mix up with it', () => {
    assert.ok(saidFor('SH IH P').includes('SH IY P'));
    assert.ok(saidFor('R AY S').includes('L AY S'));
    assert.ok(saidFor('F AE N').includes('V AE N'));
    assert.ok(!saidFor('S IH P').includes('M IH P'), 'nobody mixes up s and m');
  });

  it('or one left out or added', () => {
    assert.ok(saidFor('K AE N T').includes('K AE N'));
    assert.ok(saidFor('K AE N').includes('K AE N T'));
    assert.ok(!saidFor('AH').includes(''), 'something is left of every word');
  });

  it('go both ways', () => {
    const word = 'TH IH NG K';
    const back = neighboursOf(word.split(' ')).filter(({ phones }) => !saidFor(phones.join(' ')).includes(word));
    assert.deepEqual(back, []);
  });

  it('tell which sound it was, and what to do', () => {
    const find = (phones: string, said: string) => neighboursOf(phones.split(' ')).find((neighbour) => neighbour.phones.join(' ') === said);
    const [exchanged, left, added] = [find('SH IH P', 'SH IY P'), find('K AE N T', 'K AE N'), find('K AE N', 'K AE N T')];
    assert.deepEqual([exchanged?.place, exchanged?.expected, exchanged?.said], [1, 'IH', 'IY']);
    assert.deepEqual([exchanged, left, added].map((one) => one && englishAdvice(one)), ['en-ih', 'en-left-out', 'en-added']);
  });
});
