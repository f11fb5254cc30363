import assert from 'node:assert/strict';
import { phrase, PronError } from '../../base/errors';
import { rebuildError, serialiseError } from '../../engine/protocol';

describe('an error of a job for which there was no memory', () => {
  const told = [
    new RangeError('Array buffer allocation failed'),
    new Error('std::bad_alloc'),
    new PronError('PRON_MODEL_BROKEN', { model: 'x', reason: phrase('graphDoesNotRun', { graph: 'encoder', reason: 'bad allocation: std::bad_alloc' }) }),
  ];
  for (const error of told) {
    it(`says so, whoever has noticed it: ${error.message.slice(0, 40)}`, () => {
      const { code, message } = rebuildError(serialiseError(error));
      assert.equal(code, 'PRON_NO_MEMORY');
      assert.match(message, /not enough memory.*shorter recording/);
    });
  }

  it('is not what every range is about', () => {
    assert.equal(rebuildError(serialiseError(new RangeError('Invalid array length'))).code, 'PRON_INTERNAL');
  });
});
