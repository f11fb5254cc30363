import assert from 'node:assert/strict';
import en from '../../locales/en-US/practice.json';
import ko from '../../locales/ko/practice.json';
import { melodySentences, pitchLines } from '../../page/src/parts/melody';
import type { Melody } from '../../page/src/station/messages';

describe('The pitch curves of the practice page', () => {
  it('have a line for each voiced part, with the higher pitch above', () => {
    assert.deepEqual(pitchLines({ reference: [0, null, 6, 6], learner: [null, -6, null, null] }),
      { reference: ['0,50 15,50', '50,7.1 75,7.1 90,7.1'], learner: ['25,92.9 40,92.9'] });
    assert.deepEqual(pitchLines({ reference: [null], learner: [] }), { reference: [], learner: [] });
  });

  it('say how the voices end and how fast the learner is, in both languages', () => {
    const melody: Melody = { reference: { pitch: [], end: 'rising', rate: 4 }, learner: { pitch: [], end: 'falling', rate: 5 }, isSameEnd: false, slowerPercent: 20 };
    assert.equal(melodySentences(melody, en.melody), 'Your voice fell at the end; the model\'s rose. You spoke 20 % slower.');
    assert.equal(melodySentences(melody, ko.melody), '문장 끝에서 내 목소리는 내려갔지만 본보기는 올라갔습니다. 본보기보다 20% 느리게 말했습니다.');
    assert.equal(melodySentences({ ...melody, isSameEnd: true, slowerPercent: -15 }, en.melody), 'Both voices fell at the end. You spoke 15 % faster.');
    assert.equal(melodySentences({ ...melody, isSameEnd: null, slowerPercent: 0 }, ko.melody), '본보기와 같은 빠르기로 말했습니다.');
  });
});
