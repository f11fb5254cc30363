import assert from 'node:assert/strict';
import type { Heard, HeardWord } from '../../pipeline/ear/heard';
import { takeFaults, takeWords, type TakeFacts } from '../../practice/station/take-faults';

const word: HeardWord = { text: '물', startMs: 0, endMs: 200, error: 'none', confidence: 1 };
const heard: Heard = { text: '물', sure: true, language: 'ko', completeness: 1, words: [word], insertions: [], model: 'ear', ms: 1 };
const level = { peakDb: -6, rmsDb: -20, clippedShare: 0 };
const noise = { snrDb: 40, light: 'green' } as const;
const fine = { level, noise, speech: { startMs: 0, endMs: 900 }, heard } as TakeFacts;

describe('A take of a teacher', () => {
  const faultsOf = (changed: object): readonly string[] => takeFaults({ ...fine, ...changed });

  it('lacks nothing where it is loud, clear and the text', () => assert.deepEqual(faultsOf({}), []));

  it('is told what it lacks, the worst first', () => {
    for (const [changed, faults] of [
      [{ speech: null }, ['silent']], [{ level: { ...level, clippedShare: 0.01 } }, ['clipped']], [{ level: { ...level, peakDb: -40 } }, ['quiet']],
      [{ noise: { snrDb: 15, light: 'amber' } }, ['noisy']], [{ heard: { ...heard, completeness: 0.5 } }, ['otherText']],
      [{ heard: { ...heard, words: [word, { ...word, error: 'omission' }, word] } }, ['otherText']],
      [{ noise: { snrDb: 5, light: 'red' }, level: { ...level, peakDb: -40 } }, ['quiet', 'noisy']],
    ] as const) assert.deepEqual(faultsOf(changed), faults, JSON.stringify(changed));
  });

  it('is not judged by what nobody has measured', () => assert.deepEqual(takeFaults({}), []));

  it('has the times of its words all or not at all: a place in the list is a place in the text', () => {
    assert.deepEqual(takeWords(heard), [{ text: '물', startMs: 0, endMs: 200 }]);
    assert.deepEqual(takeWords({ ...heard, words: [word, { ...word, startMs: 200 }] }), []);
    assert.deepEqual(takeWords({ ...heard, completeness: null }), []);
    assert.deepEqual(takeWords(undefined), []);
  });
});
