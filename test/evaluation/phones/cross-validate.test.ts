import assert from 'node:assert/strict';
import { isGain } from '../../../evaluation/phones/cross-validate';

describe('A probe is better', () => {
  const share = (right: number) => ({ phones: 1000, right, evidence: -0.4 });

  it('if it hears more sounds than chance would give', () => {
    assert.ok(isGain({ before: share(0.824), after: share(0.855) }));
    assert.ok(!isGain({ before: share(0.982), after: share(0.984) }));
    assert.ok(!isGain({ before: share(0.8), after: share(0.8) }));
    assert.ok(!isGain({ before: share(1), after: share(0.99) }));
  });
});
