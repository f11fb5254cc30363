import assert from 'node:assert/strict';
import { spokenRow } from '../../../page/src/lists/spoken-row';

describe('A row of a list that is being written', () => {
  it('shows how it is said, where that is not how it is written', () => {
    for (const [text, language, said] of [
      ['깻잎[깬닙]을 3장 주세요', 'ko', '깬니블 세 장 주세요'], ['물!', 'ko', ''], ['It costs $3, OK?', 'en', 'It costs three dollars OK?'], ['Nice to meet you.', 'en', ''], ['Guten Tag 3', 'de', ''],
    ] as const) assert.deepEqual(spokenRow(text, '', language), { said }, text);
  });

  it('says what is wrong with it', () => {
    assert.deepEqual(spokenRow(' ', 'water', 'ko'), { kind: 'sentence' });
    assert.deepEqual(spokenRow('?!', '', 'ko'), { kind: 'letters' });
    assert.deepEqual(spokenRow('', ' ', 'ko'), { said: '' }, 'nothing is written yet');
    const told = spokenRow('нет', '', 'ko');
    assert.deepEqual('code' in told && [told.kind, told.code, told.reason.includes('нет')], ['unspeakable', 'PRON_TTS_LANGUAGE', true]);
  });
});
