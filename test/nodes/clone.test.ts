import assert from 'node:assert/strict';

import { util } from '@node-red/util';

import { syntheticMel } from '../support/mels';

describe('A mel-spectrogram on several wires', () => {
  it('survives the clone that Node-RED makes for each of them', () => {
    const payload = syntheticMel();
    const clone = util.cloneMessage<{ payload: typeof payload }>({ payload });
    assert.ok(clone.payload.data instanceof Float32Array);
    assert.deepEqual(clone.payload, payload);
    clone.payload.data.fill(0);
    assert.ok(payload.data.some((value) => value !== 0), 'the clone has memory of its own');
    assert.equal(clone.payload.data.buffer.byteLength, payload.data.byteLength, 'and no more of it than it needs');
  });
});
