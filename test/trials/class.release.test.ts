import assert from 'node:assert/strict';

import { classRun } from '../../trials/class/class-run';
import { faultsOf } from '../../trials/class/faults';

describe('A class of 50 learners whose Node-RED loses its power in the middle', function () {
  this.timeout(300_000);

  it('loses no confirmed result, doubles none, and has none under another name', async () => {
    const plan = { learners: 50, tries: 6, powerCuts: 1, seed: 7 };
    const figures = await classRun(plan);
    assert.deepEqual(faultsOf(figures, plan), [], JSON.stringify(figures));
  });

  it('would be told of what is lost, doubled or under another name', () => {
    const good = { confirmed: 4, dropped: 1, powerCuts: 1, lost: 0, doubled: 0, wrongName: 0, stolen: 0, notBack: 0, notShown: 0, slowestOverview: 1, faults: [] };
    const plan = { learners: 2, tries: 2 };
    assert.deepEqual(faultsOf(good, plan), []);
    for (const bad of [{ lost: 1 }, { doubled: 1 }, { wrongName: 1 }, { stolen: 1 }, { notBack: 1 }, { notShown: 1 }, { confirmed: 3 }, { dropped: 0 }, { faults: ['x'] }]) {
      assert.equal(faultsOf({ ...good, ...bad }, plan).length, 1, JSON.stringify(bad));
    }
  });
});
