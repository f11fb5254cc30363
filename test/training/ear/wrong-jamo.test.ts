import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { withWrongJamo } from '../../../training/ear/korean/wrong-jamo';
import { phonesOf } from '../../../language/korean/phones';

describe('A text with wrong jamo', () => {
  const text = '나무 아래로 감';
  const draws = Array.from({ length: 50 }, (_, i) => () => ((i * 7 + 3) % 50) / 50);

  it('differs from the text in the wanted share of its phones, and keeps its blanks and vowels without onset', () => {
    for (const random of draws) {
      const wrong = withWrongJamo(text, 0.2, random);
      const [was, is] = [phonesOf(text), phonesOf(wrong)];
      assert.equal(is.length, was.length, wrong);
      assert.equal(is.filter(({ symbol }, i) => symbol !== was[i]?.symbol).length, 2, wrong);
      assert.equal(wrong.indexOf(' '), 2);
    }
  });

  it('never has ㅐ for ㅔ', () => {
    for (const random of draws) assert.notEqual(withWrongJamo('애', 0.2, random), '에');
  });
});
