import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pitchErrors, sumOfErrors } from '../../../trials/pitch/errors';

describe('errors of a pitch track', () => {
  it('are gross from 20 % on, and octaves among them', () => {
    const errors = pitchErrors([100, 119, 125, 200, 52, 300], [100, 100, 100, 100, 100, 100]);
    assert.deepEqual(errors, { moments: 6, both: 6, gross: 4, octave: 2, missed: 0, added: 0 });
  });

  it('count voice that only one track has, and no moment that only one track has', () => {
    assert.deepEqual(pitchErrors([0, 100, 0, 50], [100, 0, 0]), { moments: 3, both: 0, gross: 0, octave: 0, missed: 1, added: 1 });
  });

  it('are summed over recordings', () => {
    const one = pitchErrors([200], [100]);
    assert.deepEqual(sumOfErrors([one, one]), { moments: 2, both: 2, gross: 2, octave: 2, missed: 0, added: 0 });
  });
});
