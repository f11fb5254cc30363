import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hesitations } from '../../language/hesitations';

describe('hesitations', () => {
  it('are known by the language, whatever its region', () => {
    assert.ok(hesitations('en-GB').includes('um'));
    assert.ok(hesitations('ko-KR').includes('음'));
    assert.deepEqual(hesitations('ga'), []);
  });
});
