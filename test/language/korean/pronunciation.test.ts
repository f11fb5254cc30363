import assert from 'node:assert/strict';
import fc from 'fast-check';
import sentences from './sentences.json';
import words from './words.json';
import { decompose } from '../../../language/korean/jamo';
import { pronounce, pronounceWords, pronunciations } from '../../../language/korean/pronunciation';

const SEVEN = ['', 'ㄱ', 'ㄴ', 'ㄷ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅇ'];

describe('pronounce', () => {
  for (const [text, said] of Object.entries(sentences)) {
    it(`says ${text}`, () => assert.equal(pronounce(text), said));
  }

  for (const example of Object.values(words).join(' ').split(' ')) {
    const [word, ways] = example.split('=') as [string, string];
    it(`says ${word} as ${ways}`, () => assert.ok(ways.split('|').includes(pronounce(word)), pronounce(word)));
  }

  it('says a phrase, and stops at a sign', () => {
    assert.equal(pronounce('옷 한 벌'), '오 탄 벌');
    assert.equal(pronounce('옷, 한 벌'), '옫, 한 벌');
    assert.equal(pronounce('밥 먹다'), '밤 먹따');
    assert.equal(pronounce('밥. 먹다'), '밥. 먹따');
  });

  it('leaves alone what is no Hangul syllable', () => {
    assert.equal(pronounce('ㅋㅋ TV 3개, “좋아요”  ㅏ😀'), 'ㅋㅋ TV 3개, “조아요”  ㅏ😀');
    assert.equal(pronounce(''), '');
  });

  it('takes decomposed text', () => assert.equal(pronounce('국물'.normalize('NFD')), '궁물'));

  it('keeps words, blanks and syllables, and ends a syllable with one of seven consonants', () => {
    const text = fc.array(fc.oneof(fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(' ', '\n', ',', 'ㅎ', 'a', '있', '을', '할')), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (written) => {
      const said = pronounce(written);
      assert.equal(said.length, written.length);
      assert.equal(said.replace(/[가-힣]/gu, '가'), written.replace(/[가-힣]/gu, '가'));
      assert.ok([...said].every((character) => SEVEN.includes(decompose(character)?.coda ?? '')));
    }));
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(pronounce(text).split(/\s+/u).length, text.normalize('NFC').split(/\s+/u).length);
    }));
  });
});

describe('a word as long as a text', () => {
  it('is pronounced about as fast as its syllables in short words', () => {
    const cpuMs = (text: string): number => {
      const begun = process.cpuUsage();
      pronounce(text);
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1000;
    };
    const digits = '일이삼사오육칠팔구십'.repeat(200);
    cpuMs(digits);
    assert.ok(cpuMs(digits) < 400, `${cpuMs(digits)} ms`);
    assert.equal(pronounce(digits).length, digits.length);
  });
});

describe('pronounceWords', () => {
  it('says a reading as its writer gave it', () => {
    assert.deepEqual(pronounceWords([{ text: '이' }, { text: '깻잎', reading: '깬닙' }, { text: '먹는다' }]), ['이', '깬닙', '멍는다']);
    assert.deepEqual(pronounceWords([{ text: '옷' }, { text: '한' }, { text: '벌,' }]), ['오', '탄', '벌,']);
    assert.deepEqual(pronounceWords([]), []);
  });
});

describe('pronunciations', () => {
  it('begins with the default', () => assert.equal(pronunciations('강의의')[0], '강의의'));

  it('has what the standard allows', () => {
    assert.deepEqual([...pronunciations('우리의')].sort(), ['우리에', '우리의']);
    assert.deepEqual([...pronunciations('냇가')].sort(), ['내까', '낻까']);
    assert.deepEqual(pronunciations('신고'), ['신꼬', '신고']);
    assert.deepEqual(pronunciations('안다'), ['안따', '안다']);
    assert.deepEqual(pronunciations('의사'), ['의사']);
  });
});
