import assert from 'node:assert/strict';

import { listModels } from '../../../models/store';
import { modelFigures } from '../../../nodes/lib/model-figures';

describe('modelFigures', () => {
  it('takes those of the set that no training has seen', () => {
    const figures = {
      choiceSet: { pearson: 0.9, wrongSentence: { falseAccept: 0.01 } },
      reportSet: { pearson: 0.8, falseAccept: 0.1 },
    };
    assert.deepEqual(modelFigures(figures), { agreement: 0.8, otherSentencesPassed: 0.1 });
  });

  it('takes those of the other set where there are no better ones, and says where there are none', () => {
    const figures = { choiceSet: { pearson: 0.5, wrongSentence: 'unknown' } };
    assert.deepEqual(modelFigures(figures), { agreement: 0.5, otherSentencesPassed: null });
    assert.deepEqual(modelFigures({}), { agreement: null, otherSentencesPassed: null });
  });

  it('knows both of every model in the package', async () => {
    for (const { name, figures } of await listModels()) {
      const { agreement, otherSentencesPassed } = modelFigures(figures);
      assert.ok(agreement !== null && agreement > 0.3 && agreement < 1, name);
      assert.ok(otherSentencesPassed !== null && otherSentencesPassed >= 0 && otherSentencesPassed <= 1, name);
    }
  });
});
