import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { detailsTable, type Outcome } from '../../evaluation/details';
import { judgeFingerprint } from '../../models/ear-fingerprint';
import { parseTable } from '../../base/table/table';
import { heard, heardWord, pairResult } from './heard';

const ROW = { line: 5, fields: { learner: 'a.wav', completeness: '9.5' } };

function fieldsOf(outcome: Omit<Outcome, 'row'>): Readonly<Record<string, string>> {
  const table = detailsTable(['learner', 'completeness'], [{ row: ROW, ...outcome }], 'default (12345678)', {});
  return parseTable(table, 'details.tsv').rows[0]?.fields ?? {};
}

describe('The details of an evaluation', () => {
  it('hold places in the text, the ear\'s ratings and a score for each word', () => {
    const said = heard({
      completeness: 0.4,
      words: ['none', 'omission', 'mispronunciation', 'omission', 'none'].map((error) => heardWord('w', { error: error as 'none' })),
      insertions: [0, 5, 5].map((before) => ({ text: 'x', startMs: 0, endMs: 10, before })),
      rating: { total: 61.5, accuracy: 62, fluency: 63, prosodic: 64 },
      judge: 'of the ear',
    });
    const words = [80, 0, 33.333].map((score) => ({ text: 'w', startMs: 0, endMs: 10, score }));
    assert.deepEqual(fieldsOf({ result: pairResult(said, { points: 55, verdict: 'incomplete', words }) }), {
      ...{ learner: 'a.wav', line: '5', verdict: 'incomplete', score: '55', uncalibrated: '', siamese: '70' },
      ...{ distance: '0.6', mismatch: '-2', alignmentCost: '0.3' },
      ...{ completeness: '0.4', omissions: '1,3', mispronunciations: '2', insertions: '0,5,5' },
      ...{ heard_total: '61.5', heard_accuracy: '62', heard_fluency: '63', heard_prosodic: '64' },
      ...{ word_scores: '80.0,0.0,33.3', ms: '20', model: 'default (12345678)', judge: judgeFingerprint('of the ear', {}), error: '' },
    });
  });

  it('are empty where the ear did not listen, has no judge, or nothing could be measured', () => {
    const alone = fieldsOf({ result: pairResult(undefined) });
    assert.deepEqual([alone['completeness'], alone['omissions'], alone['heard_total'], alone['score']], ['', '', '', '70']);
    const said = fieldsOf({ result: pairResult(heard()) });
    assert.deepEqual([said['completeness'], said['omissions'], said['insertions'], said['heard_total']], ['1', '', '', '']);
    const failed = fieldsOf({ error: 'There is\nno file.' });
    assert.deepEqual([failed['error'], failed['line'], failed['score'], failed['model']], ['There is no file.', '5', '', '']);
  });

  it('tell the score without a calibration apart', () => {
    const { score, uncalibrated } = fieldsOf({ result: pairResult(heard(), { points: 40, calibrated: true, uncalibrated: 70 }) });
    assert.deepEqual([score, uncalibrated], ['40', '70']);
  });
});
