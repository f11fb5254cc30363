import assert from 'node:assert/strict';
import { withParticle, withParticles } from '../../../language/korean/particles';

describe('A Korean particle', () => {
  it('follows the last sound of its word', () => {
    for (const [word, after, expected] of [
      ['물', '이(가) 빠졌습니다', '이 빠졌습니다'], ['나무', '"이(가)', '"가'], ['물', '은(는)', '은'], ['나무', '을(를)', '를'],
      ['물', '(으)로', '로'], ['집', '(으)로', '으로'], ['나무', '(으)로', '로'], ['집', '와(과)', '과'], ['tea', '이(가)', '이(가)'], ['', '이(가)', '이(가)'],
      ['집', ' 이(가)', ' 이(가)'],
    ] as const) assert.equal(withParticle(word, after), expected, `${word}${after}`);
  });

  it('is put into a whole sentence wherever one is open', () => {
    assert.equal(withParticles('"까"이(가) "가"처럼 들렸습니다.'), '"까"가 "가"처럼 들렸습니다.');
    assert.equal(withParticles('"물"은(는) 문장에 없는 말입니다.'), '"물"은 문장에 없는 말입니다.');
    assert.equal(withParticles('"tea"이(가) 빠졌습니다.'), '"tea"이(가) 빠졌습니다.');
  });
});
