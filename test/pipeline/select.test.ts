import assert from 'node:assert/strict';
import { select } from '../../pipeline/select';
import { whiteNoise } from './signals';

describe('selecting a value by its rank', () => {
  const examples: Readonly<Record<string, readonly number[]>> = {
    'one value': [3],
    'two values': [2, 1],
    noise: [...whiteNoise(101, 1)],
    'values in order': Array.from({ length: 50 }, (_, i) => i),
    'values in reverse order': Array.from({ length: 51 }, (_, i) => -i),
    'equal values': new Array<number>(40).fill(0),
    'a few that come often': Array.from({ length: 60 }, (_, i) => (i * 7) % 3),
  };
  for (const [name, values] of Object.entries(examples)) {
    it(`finds what sorting finds: ${name}`, () => {
      const sorted = Float64Array.from(values).sort();
      sorted.forEach((expected, index) => assert.equal(select(Float64Array.from(values), index), expected));
    });
  }

  it('is 0 where there is nothing', () => {
    assert.equal(select(new Float64Array(0), 0), 0);
  });
});
