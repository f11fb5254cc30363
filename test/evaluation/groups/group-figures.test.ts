import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { groupFigures } from '../../../evaluation/groups/group-figures';
import { grouped } from './grouped';

const TEN = { low: 0, high: 10 };

describe('The figures of a group', () => {
  it('hold the score against ten times the rating', () => {
    const pairs = [
      grouped({ human: 5, score: 40 }),
      grouped({ human: 7, score: 80 }),
      grouped({ human: null, score: 90 }),
    ];
    assert.deepEqual(groupFigures(pairs, TEN), {
      n: 3,
      rated: 2,
      meanHuman: 6,
      meanScore: 70,
      pearson: 1,
      mse: 1, // errors of 10 points each way
      bias: 0,
    });
  });

  it('hold a rating of another scale against its points', () => {
    const { mse, bias } = groupFigures([grouped({ human: 3, score: 70 })], { low: 1, high: 5 });
    assert.deepEqual({ mse, bias }, { mse: 4, bias: 20 });
  });

  it('have neither error nor bias where the ratings fit no scale, and are null without pairs', () => {
    const { pearson, mse, bias } = groupFigures([grouped({ human: 55 }), grouped({ human: 70, score: 60 })], null);
    assert.deepEqual({ pearson, mse, bias }, { pearson: 1, mse: null, bias: null });
    assert.deepEqual(Object.values(groupFigures([], TEN)), [0, 0, null, null, null, null, null]);
  });
});
