import assert from 'node:assert/strict';
import { sayingsOf } from '../../language/sayings';
import { spokenText } from '../../language/spoken';

describe('The words of a text with their pronunciation', () => {
  it('have one where it differs from the spelling, and none in a language that nobody writes so', () => {
    assert.deepEqual(sayingsOf(spokenText('물 한 잔, 감사합니다!', 'ko')), [{ text: '물' }, { text: '한' }, { text: '잔,' }, { text: '감사합니다!', pronounced: '감사함니다' }]);
    assert.deepEqual(sayingsOf(spokenText('Thank you', 'en')), []);
    assert.deepEqual(sayingsOf(undefined), []);
  });
});
