import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { settled } from '../../../pipeline/ear/settled';

/** Words as `text@place`, an added one as `text@`. */
const settle = (said: string, expected: string) =>
  settled(
    said.split(' ').map((word) => {
      const [text = '', place = ''] = word.split('@');
      return { text: text.replaceAll('_', ' '), place: place === '' ? null : Number(place) };
    }),
    expected.split(' '),
  )
    .map(({ text, place }) => `${text.replaceAll(' ', '_')}@${place ?? ''}`)
    .join(' ');

describe('What was said beside the expected text', () => {
  it('stays where every word is the expected one, another one, or left out', () => {
    assert.equal(settle('we@0 took@1 a@2 bus@3', 'we took the train'), 'we@0 took@1 a@2 bus@3');
    assert.equal(settle('We@0 train.@3', 'we took the train'), 'We@0 train.@3');
  });

  it('has a word more where an expected one was written together with another', () => {
    assert.equal(settle('각@0 믿국가@1', '각 국가'), '각@0 믿@ 국가@1');
    assert.equal(settle('각여래@0', '각'), '각@0 여래@');
    assert.equal(settle('안갑니다@0', '갑니다'), '안@ 갑니다@0');
  });

  it('has another word, not one more, where an ending or a sound is more', () => {
    assert.equal(settle('친구와@0', '친구'), '친구와@0');
    assert.equal(settle('blight@0', 'light'), 'blight@0');
    assert.equal(settle('always@0', 'a'), 'always@0');
  });

  it('has a word more where one of two is nearer to the expected one than both', () => {
    assert.equal(settle('수사막에_공개한다는@0', '소상하게'), '수사막에@0 공개한다는@');
    assert.equal(settle('양신과_실화_왔다고@0', '씨름해왔다고'), '양신과@ 실화_왔다고@0');
    assert.equal(settle('고등_학교@0', '고등학교'), '고등_학교@0');
  });

  it('has the expected word at its place where another one beside it had taken that', () => {
    assert.equal(settle('지난해@0 삼월@ 김@1', '삼월 김'), '지난해@ 삼월@0 김@1');
    assert.equal(settle('last@ train@ bus@0', 'train'), 'last@ train@0 bus@');
  });

  it('has its words in another order', () => {
    assert.equal(settle('eat@0 dinner@1 for@2 fish@3', 'eat fish for dinner'), 'eat@0 dinner@3 for@2 fish@1');
    assert.equal(settle('c@ a@0 b@1', 'a b c'), 'c@2 a@0 b@1');
    assert.equal(settle('c@0 a@1 b@2', 'a b c'), 'c@2 a@0 b@1');
  });

  it('keeps another word at a place that a word from elsewhere would take', () => {
    assert.equal(settle('c@0 b@1 x@2', 'a b c'), 'c@0 b@1 x@2');
  });
});
