import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { contourOf } from '../../../pipeline/prosody/contour';
import { alongPath, type LearnerTime } from '../../../pipeline/prosody/learner-times';
import { prosodyOf, type Prosody } from '../../../pipeline/prosody/prosody';
import { prosodyRemarks } from '../../../pipeline/prosody/remarks';
import { heardUnits, type UnitCounts } from '../../../pipeline/prosody/units';
import { joined, silent, sung } from './voices';

const RATE = 16000;

/** Between silences; each syllable rises and falls in level. */
function sentence(hz: (time: number) => number, seconds: number): Float32Array {
  const voice = sung(seconds, hz).map((value, i) => value * (0.2 + 0.8 * Math.sin((Math.PI * 5 * i) / RATE) ** 2));
  return joined(silent(0.2), voice, silent(0.2));
}

function compared(reference: Float32Array, learner: Float32Array, more: { readonly learnerTime?: LearnerTime; readonly units?: UnitCounts } = {}): Prosody | undefined {
  const contour = (samples: Float32Array) => contourOf({ samples, sampleRate: RATE });
  return prosodyOf({ reference: contour(reference), learner: contour(learner), learnerTime: more.learnerTime, units: more.units });
}

const falling = (base: number, seconds: number) => (time: number): number => base * 2 ** (-0.5 * Math.max(0, time - seconds + 0.4));
const rising = (base: number, seconds: number) => (time: number): number => base * 2 ** (1.2 * Math.max(0, time - seconds + 0.3));

describe('prosody', () => {
  it('says how both voices end, and how fast they speak', () => {
    const found = compared(sentence(falling(120, 1), 1), sentence(rising(220, 1.25), 1.25));
    assert.equal(found?.reference.end, 'falling');
    assert.equal(found.learner.end, 'rising');
    assert.equal(found.unit, 'nucleus');
    const remarks = prosodyRemarks(found);
    assert.deepEqual(remarks, { isSameEnd: false, slowerPercent: 20 });
    assert.equal(compared(sentence(() => 150, 1), sentence(() => 200, 1))?.learner.end, 'level');
  });

  it('compares a man and a child by the semitones from their own medians', () => {
    const melody = (base: number) => (time: number): number => base * 2 ** (0.5 * Math.sin(5 * time));
    const found = compared(sentence(melody(100), 1.2), sentence(melody(300), 1.2));
    const { pitch: own } = found?.learner ?? { pitch: [] };
    const pairs = (found?.reference.pitch ?? []).flatMap((value, i) => (value === null || own[i] === null || own[i] === undefined ? [] : [value - own[i]]));
    assert.ok(pairs.length > 40 && pairs.every((difference) => Math.abs(difference) < 1), pairs.join(' '));
    assert.deepEqual([Math.round((found?.learner.medianHz ?? 0) / (found?.reference.medianHz ?? 1))], [3]);
  });

  it('puts the learner on the reference\'s time axis, along the alignment', () => {
    // The learner takes two frames for each of the reference's, and is high in the second half.
    const path = Int32Array.from(Array.from({ length: 60 }, (_, l) => [l, l >> 1]).flat());
    const learnerTime = alongPath(path, { frameMs: 40, learnerStartMs: 0, referenceStartMs: 0 });
    const found = compared(sung(1.2, () => 120), sung(2.4, (time) => (time < 1.2 ? 150 : 200)), { learnerTime });
    const curve = found?.learner.pitch ?? [];
    const jump = curve.findIndex((value, i) => i > 5 && value !== null && (value - (curve[5] ?? 0)) > 3);
    assert.ok(Math.abs(jump * 20 - 600) <= 60, `${jump * 20} ms`);
    assert.equal(curve.length, found?.reference.pitch.length);
  });

  it('draws no curve where the learner left something out', () => {
    const path = Int32Array.from([...[0, 1, 2, 3].flatMap((i) => [i, i]), ...[4, 5, 6, 7, 8, 9].flatMap((r) => [3, r]), ...[4, 5].flatMap((l) => [l, l + 6])]);
    const at = alongPath(path, { frameMs: 40, learnerStartMs: 100, referenceStartMs: 0 });
    assert.equal(at(80), 180);
    assert.equal(at(240), null);
    assert.equal(at(440), 300);
  });

  it('counts pauses that can be heard, and how long they are', () => {
    const found = compared(sentence(() => 130, 1), joined(silent(0.2), sung(0.6, () => 200), silent(0.5), sung(0.5, () => 190), silent(0.1), sung(0.4, () => 180), silent(0.2)));
    assert.deepEqual(found?.reference.pauses, { count: 0, ms: 0 });
    assert.equal(found.learner.pauses.count, 1);
    assert.ok(Math.abs(found.learner.pauses.ms - 480) <= 60, String(found.learner.pauses.ms));
  });

  it('takes syllables for the rate where they are known', () => {
    const found = compared(sentence(() => 130, 2), sentence(() => 130, 1), { units: { unit: 'syllable', reference: 10, learner: 8 } });
    assert.equal(found?.unit, 'syllable');
    assert.ok(Math.abs(found.reference.rate - 5) < 0.3 && Math.abs(found.learner.rate - 8) < 0.6, JSON.stringify([found.reference.rate, found.learner.rate]));
  });

  it('is not there where one of them does not speak', () => {
    assert.equal(compared(sentence(() => 130, 1), silent(1)), undefined);
    assert.equal(compared(new Float32Array(0), sentence(() => 130, 1)), undefined);
  });

  it('is small: 2 kB for 3 s', () => {
    assert.ok(JSON.stringify(compared(sentence(falling(120, 3), 3), sentence(falling(200, 3), 3))).length < 2000);
  });
});

describe('units of a rate', () => {
  const word = { text: 'a', startMs: 0, endMs: 1, error: 'none' } as const;
  const heard = { completeness: 1, insertions: [] };

  it('are syllables, else phones, without the words that were left out', () => {
    const syllables = [{ text: '가', startMs: 0, endMs: 1, score: 1 }, { text: '나', startMs: 0, endMs: 1, score: 1 }];
    const words = [{ ...word, syllables }, { ...word, syllables, error: 'omission' as const }];
    assert.deepEqual(heardUnits({ ...heard, words }), { unit: 'syllable', reference: 4, learner: 2 });
    assert.deepEqual(heardUnits({ ...heard, words: [word, word], phones: [{ word: 0 }, { word: 1 }, { word: 1 }] }), { unit: 'phone', reference: 3, learner: 3 });
  });

  it('are not known without an ear, and where a word has none', () => {
    assert.equal(heardUnits(undefined), undefined);
    assert.equal(heardUnits({ ...heard, words: [word, word], phones: [{ word: 0 }] }), undefined);
  });
});
