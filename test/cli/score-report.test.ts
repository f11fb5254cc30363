import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { scoreInEnglish, scoreReport } from '../../cli/score-report';
import type { ScoreDetails } from '../../engine/jobs';

const word = (text: string, score: number, ...syllables: number[]): ScoreDetails['words'][number] => ({
  text, startMs: 0, endMs: 500, score, syllables: syllables.map((own, i) => ({ text: [...text][i] ?? '', startMs: 0, endMs: 500, score: own })),
});

const details: ScoreDetails = {
  verdict: 'scored', value: 80, calibrated: false, points: 80, siamese: 80, distance: 0.4, mismatch: null, alignmentCost: null, model: 'default',
  backend: 'native', ms: 1, frames: { hopMs: 10, startMs: 0, distance: [] }, words: [], reference: { place: 0, of: 1 }, referenceCached: false,
};

describe('The report of a score', () => {
  const linesOf = (words: ScoreDetails['words']): string[] => scoreReport(scoreInEnglish({ ...details, words })).split('\n').slice(3, -3);

  it('has the syllables of a word that is not in the highest tier in one line', () => {
    assert.deepEqual(linesOf([word('국물', 79.4, 71.8, 96), word('없다', 85, 60, 100)]), [
      'Words      79  0.00 to 0.50 s  국물',
      '               국 72  물 96',
      '           85  0.00 to 0.50 s  없다',
    ]);
  });

  it('has the end of the sentence, the rate and the pauses in a line each', () => {
    const voice = { pitch: [], medianHz: 120, end: 'falling', rate: 5.1, speechMs: 2000, pauses: { count: 0, ms: 0 } } as const;
    const learner = { ...voice, end: null, rate: 3.96, pauses: { count: 2, ms: 640 } };
    const lines = scoreReport(scoreInEnglish(details), undefined, { hopMs: 20, startMs: 0, unit: 'syllable', reference: voice, learner }).split('\n');
    assert.deepEqual(lines.slice(3, 6), [
      'End       not heard (reference: falling)',
      'Rate      4.0 syllables a second (reference: 5.1)',
      'Pauses    2, 0.6 s (reference: none)',
    ]);
  });

  it('has no line for syllables that nobody has heard', () => {
    assert.deepEqual(linesOf([word('soup', 30), { text: 'rice', startMs: 0, endMs: 500, score: 30 }]).length, 2);
  });
});
