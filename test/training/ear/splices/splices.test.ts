import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { GROUPS } from '../../../../pipeline/ear/contrasts/groups';
import { witnessed } from '../../../../pipeline/ear/contrasts/witness';
import { donorsOf, type Recorded } from '../../../../training/ear/korean/splices/donors';
import { followed, limitFor, named, type Tried } from '../../../../training/ear/korean/splices/figures';
import { regression } from '../../../../training/ear/korean/splices/regression';
import { spliced } from '../../../../training/ear/korean/splices/splice';

const RATE = 1000;

describe('a splice', () => {
  it('puts one sound in the place of another and leaves the rest', () => {
    const target = { samples: new Float32Array(100).fill(1), start: 0.03, end: 0.06 };
    const out = spliced(target, { samples: new Float32Array(50).fill(3), start: 0.01, end: 0.03 }, RATE, 2);
    assert.equal(out.length, 90);
    assert.deepEqual([out[10], out[40], out[70]], [1, 6, 1]);
    assert.ok((out[27] ?? 0) > 1 && (out[27] ?? 0) < 6 && (out[52] ?? 0) > 1 && (out[52] ?? 0) < 6);
  });

  it('takes another sound of the series before the same vowel, of the same speaker and part', () => {
    const recorded = (id: string, speaker: string, part: string, symbol: string, vowel: string): Recorded => {
      return { id, speaker, part, samples: new Float32Array(1), phones: [{ symbol, start: 0, end: 1 }, { symbol: vowel, start: 1, end: 2 }] };
    };
    const all = [recorded('a', 's', '0', 'kk', 'aa'), recorded('b', 's', '0', 'k0', 'ii'), recorded('c', 't', '0', 'k0', 'aa'), recorded('d', 's', '1', 'kh', 'aa')];
    const [stops] = GROUPS;
    assert.ok(stops !== undefined);
    assert.deepEqual(donorsOf(all, stops, 9), []);
    const found = donorsOf([...all, recorded('e', 's', '0', 'k0', 'aa')], stops, 9);
    assert.deepEqual(found.map(({ kind, target, donor }) => [kind, target.symbol, donor.symbol, donor.cut.end]), [
      ['sound', 'kk', 'k0', 1],
      ['with-vowel', 'kk', 'k0', 2],
      ['sound', 'k0', 'kk', 1],
      ['with-vowel', 'k0', 'kk', 2],
    ]);
  });
});

describe('the regression of the second witness', () => {
  it('tells members apart, the rare one too', () => {
    const examples = Array.from({ length: 60 }, (_, i) => ({ measures: [i % 10 === 0 ? 9 : 3 + (i % 3), i % 5], member: i % 10 === 0 ? 1 : 0 }));
    const witness = regression(examples, 2);
    for (const { measures, member } of examples) assert.ok((witnessed(witness, measures)[member] ?? -9) > Math.log(0.5));
  });
});

describe('the figures of splices', () => {
  const tried = (said: string, ...leads: [number, number][]): Tried => {
    return { kind: 'sound', group: 'stops', said, others: leads.map((lead, i) => ({ symbol: ['k0', 'kh'][i] ?? '', leads: lead })) };
  };
  const least = (leads: readonly number[]): number => Math.min(...leads);

  it('say how often a witness follows the sound and how often it keeps that of the text', () => {
    const all = [tried('k0', [2, -1], [1, 3]), tried('kh', [-1, 2], [-2, 3]), tried('k0', [-1, 2], [-1, 1]), tried('k0', [1, 2], [2, 1])];
    assert.deepEqual(followed(all, 0), { follows: 0.25, keeps: 0.5 });
    assert.deepEqual(followed(all, 1), { follows: 0.75, keeps: 0 });
  });

  it('name a sound only where the less sure witness reaches the limit', () => {
    assert.equal(named(tried('k0', [3, 0.4], [0.7, 0.6]), 0.5, least), 'kh');
    assert.equal(named(tried('k0', [3, 0.4], [0.7, 0.6]), 0.65, least), undefined);
  });

  it('set the limit so that few right sounds are named', () => {
    const right = Array.from({ length: 100 }, (_, i) => tried('', [i / 100, 1]));
    const limit = limitFor(right, 0.05, least);
    assert.equal(right.filter((one) => named(one, limit, least) !== undefined).length, 5);
  });
});
