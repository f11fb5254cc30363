import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { proposalsOf } from '../../../pipeline/ear/proposals';

const differences = (expected: string, heard: string) =>
  proposalsOf(expected.split(' '), heard.split(' ')).map(({ from, to, said }) => [from, to, said]);

describe('proposalsOf', () => {
  it('finds nothing where only marks, capitals, blanks or a letter differ', () => {
    assert.deepEqual(differences('그 바람 에 나의 몸도', '그 바람에 나의 몸 도.'), []);
    assert.deepEqual(differences('please close the window', 'Please, close the windows.'), []);
  });

  it('names what was left out, in one piece', () => {
    assert.deepEqual(differences('I do not want fish', 'I do want fish'), [[2, 3, '']]);
    assert.deepEqual(differences('we took the last train home on Sunday', 'We took the last train.'), [[5, 8, '']]);
  });

  it('names what was added and where, a word that was said twice as well', () => {
    assert.deepEqual(differences('a small bank', 'a very small bank'), [[1, 1, 'very']]);
    const [[from, to, said] = []] = differences('please close the window', 'Please close, close the window');
    assert.ok(from === to && (from === 1 || from === 2));
    assert.match(String(said), /^close,?$/);
  });

  it('names what was said in another word\'s place', () => {
    assert.deepEqual(differences('저는 내일 친구와 갑니다', '저는 어제 친구와 갑니다'), [[1, 2, '어제']]);
  });

  it('takes everything for left out where nothing was heard', () => {
    assert.deepEqual(proposalsOf(['a', 'b'], []), [{ from: 0, to: 2, said: '' }]);
    assert.deepEqual(proposalsOf([], ['a', 'b']), [{ from: 0, to: 0, said: 'a b' }]);
  });
});
