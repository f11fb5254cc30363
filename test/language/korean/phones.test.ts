import assert from 'node:assert/strict';
import { compose, decompose } from '../../../language/korean/jamo';
import { composePhones, PHONES, phonesOf } from '../../../language/korean/phones';
import { syllablesOf } from '../../../language/korean/pronunciation/syllables';

describe('jamo', () => {
  it('parts every syllable and puts it together again', () => {
    for (let code = 0xac00; code <= 0xd7a3; code++) {
      const syllable = String.fromCharCode(code);
      const jamo = decompose(syllable);
      assert.ok(jamo !== undefined && compose(jamo) === syllable && jamo.onset + jamo.nucleus + jamo.coda !== syllable);
    }
  });

  it('knows the parts of a syllable', () => {
    assert.deepEqual(decompose('값'), { onset: 'ㄱ', nucleus: 'ㅏ', coda: 'ㅄ' });
    assert.equal(decompose('ㅋ'), undefined);
    assert.throws(() => compose({ onset: 'ㅏ', nucleus: 'ㅏ', coda: '' }), RangeError);
  });
});

describe('syllablesOf', () => {
  it('gives each spoken syllable its written one', () => {
    assert.deepEqual(syllablesOf('국물이,', '궁무리,'), [
      { written: '국', spoken: '궁', at: 0 }, { written: '물', spoken: '무', at: 1 }, { written: '이', spoken: '리', at: 2 },
    ]);
  });

  it('counts the other characters of a word', () => assert.equal(syllablesOf('“좋다', '“조타')[0]?.at, 1));

  it('takes a reading of another length', () => {
    assert.deepEqual(syllablesOf('값', '가비').map(({ at }) => at), [0, 0]);
    assert.deepEqual(syllablesOf('TV', '티비'), []);
  });
});

describe('composePhones', () => {
  it('puts the phones of a syllable together again', () => {
    for (const syllable of '까앙웰흑갑애') assert.equal(composePhones(phonesOf(syllable).map(({ symbol }) => symbol)), syllable);
    assert.throws(() => composePhones(['k0']), RangeError);
  });
});

describe('phonesOf', () => {
  it('has the 46 phones of KoreanFA', () => assert.equal(new Set(PHONES).size, 46));

  it('gives each phone its part and its syllable', () => {
    assert.deepEqual(phonesOf('물리').map(({ symbol, role, syllable }) => `${symbol} ${role} ${syllable}`), [
      'mm onset 0', 'uu nucleus 0', 'll coda 0', 'rr onset 1', 'ii nucleus 1',
    ]);
  });

  it('has no phone for ㅇ before a vowel', () => assert.deepEqual(phonesOf('아, 왜').map(({ symbol }) => symbol), ['aa', 'wq']));

  it('takes a coda that nobody says as the one that is heard', () => {
    assert.deepEqual(phonesOf('값').map(({ symbol }) => symbol), ['k0', 'aa', 'pf']);
  });
});
