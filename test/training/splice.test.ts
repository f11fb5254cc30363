import { strict as assert } from 'node:assert';
import { needsPython } from '../support/python';
import { runTraining } from '../support/training';

/** Recordings in which phone p sounds as the number p in every band, six frames each. */
const SCRIPT = `
import json
import numpy as np
from splice import Diphones
said = dict(a=[1, 2, 3, 1, 2], b=[2, 3, 2, 1])
mel = {name: np.repeat(phones, 6)[:, None].astype(np.float32) for name, phones in said.items()}
diphones = Diphones(None, [], mel, 0)
for name, phones in said.items():
    diphones.cut(dict(id=name, targets=phones, language="x"), [6 * i + 3 for i in range(len(phones))])
diphones.speakers = ["x"]
diphones.phones = {1, 2, 3}
rng = np.random.default_rng(1)
found = [diphones.say(phones, rng)[:, 0].tolist() for phones in ([1, 2, 3, 2], [3, 3, 1], [2, 9, 1])]
json.dump(dict(said=found, nothing=diphones.say([9], rng) is None), __import__("sys").stdout)
`;

describe('Korean put together from real sounds', () => {
  it('says the phones in their order, a missing diphone in halves, an unknown phone not at all', function () {
    this.timeout(30_000);
    needsPython(this, 'torch');
    const { said, nothing } = runTraining(SCRIPT) as { said: number[][]; nothing: boolean };
    assert.deepEqual(said.map(orderOf), [[1, 2, 3, 2], [3, 1], [2, 1]]);
    assert.equal(nothing, true);
  });
});

/** The phones as they come; the frames between two of them belong to neither. */
function orderOf(frames: readonly number[]): number[] {
  const whole = frames.filter((value) => Number.isInteger(value));
  return whole.filter((value, i) => value !== whole[i - 1]);
}
