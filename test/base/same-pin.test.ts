import assert from 'node:assert/strict';
import { samePin } from '../../base/same-pin';

describe('A given PIN', () => {
  it('is right where it is the same text or number', () => {
    assert.ok(samePin('1234', '1234') && samePin(1234, '1234'));
    for (const wrong of ['123', '12345', '', 4321, undefined, null, ['1234'], { pin: '1234' }]) assert.equal(samePin(wrong, '1234'), false);
  });
  it('is never right where none is set', () => {
    for (const given of ['', undefined, 0]) assert.equal(samePin(given, ''), false);
  });
});
