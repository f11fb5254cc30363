import assert from 'node:assert/strict';
import type { KeptResult } from '../../../page/src/progress/kept-result';
import { reviewList, weakestOf } from '../../../page/src/progress/review';
import { summaryOf } from '../../../page/src/progress/summary';
import { noon, result, word } from './some-results';

const TODAY = '2026-12-02';
const at = (day: string, sentence: string, words: KeptResult['words'], points = 80): KeptResult => result({ when: noon(day), sentence, words, points });
const weak = (results: readonly KeptResult[], day = TODAY) =>
  weakestOf(summaryOf(results), ['word', 'syllable', 'contrast'], 'ko', day, 9).map(({ kind, text }) => `${kind} ${text}`);
const list = (results: readonly KeptResult[], day = TODAY) => reviewList(summaryOf(results), 'ko', day, 9).map(({ kind, text }) => `${kind} ${text}`);

describe('The weakest words and sounds', () => {
  it('are those that were said worst, without their marks', () => {
    assert.deepEqual(weak([at(TODAY, '물, 차!', [word('물,', 30), word('차!', 60)])]), ['word 물', 'word 차']);
    assert.deepEqual(weak([at(TODAY, '물, 차!', [word('물,', 90), word('차!', 70)])]), []);
  });

  it('get better with each good try, and are forgotten with time', () => {
    const bad = at('2026-12-01', '물', [word('물', 30)]);
    const good = [1, 2, 3, 4].map(() => at(TODAY, '물', [word('물', 90)]));
    assert.deepEqual(weak([bad, ...good.slice(0, 1)]), ['word 물']);
    assert.deepEqual(weak([bad, ...Array.from({ length: 9 }, () => at(TODAY, '물', [word('물', 90)]))]), []);
    assert.deepEqual([weak([bad], '2026-12-20'), weak([bad], '2027-03-20')], [['word 물'], []]);
  });

  it('are syllables that were not right, and sounds that were said as others', () => {
    const syllables = [{ text: '반', state: 'right' }, { text: '갑', state: 'wrong' }, { text: '습니다', state: 'right' }] as const;
    const given = result({ sentence: '반갑습니다', words: [word('반갑습니다', 75, { syllables })], hint: { contrast: 'tense', expected: '씀', said: '슴' } });
    assert.deepEqual(weak([given]), ['contrast tense', 'syllable 갑']);
    const better = result({ sentence: '갑니다', words: [word('갑니다', 90)] });
    assert.deepEqual(weak([given, better, better]), ['contrast tense', 'syllable 갑']);
    assert.deepEqual(weak([given, ...Array.from({ length: 9 }, () => better)]), ['contrast tense']);
  });

  it('are words that were left out; two in a row are no word', () => {
    assert.deepEqual(weak([at(TODAY, '물 한 잔', [{ text: '물', state: 'left' }, word('한', 80), word('잔', 80)])]), ['word 물']);
    assert.deepEqual(weak([at(TODAY, '물 한 잔', [{ text: '물 한', state: 'left' }, word('잔', 80)])]), []);
  });

  it('say nothing after a refused try', () => assert.deepEqual(weak([result({ verdict: 'too-noisy', points: null, words: [word('물', 10)] })]), []));

  it('are those of one language', () => {
    const english = result({ language: 'en', sentence: 'fish', words: [word('fish', 20)] });
    assert.deepEqual(weak([english]), []);
    assert.deepEqual(weakestOf(summaryOf([english]), ['word'], 'en', TODAY, 9).map(({ text }) => text), ['fish']);
  });
});

describe("Today's review list", () => {
  const results = [
    at('2026-11-01', '가 나', [word('가', 80), word('나', 80)], 80),
    at('2026-11-02', '다 라', [word('다', 80), word('라', 20)], 55),
    at('2026-11-03', '라 마', [word('라', 85), word('마', 80)], 75),
    at('2026-12-02', '바 사', [word('바', 90), word('사', 80)], 90),
  ];

  it('has weak words first, then the sentences, those with weak words before the others', () =>
    assert.deepEqual(list(results), ['word 라', 'sentence 다 라', 'sentence 라 마', 'sentence 가 나']));

  it('is the same in whatever order the results come', () => assert.deepEqual(list([...results].reverse()), list(results)));

  it('shows a word in the sentence in which it was met last', () =>
    assert.equal(reviewList(summaryOf(results), 'ko', TODAY, 1)[0]?.sentence, '라 마'));

  it('loses what was said well today', () =>
    assert.deepEqual(list([...results, at(TODAY, '다 라', [word('다', 80), word('라', 90)], 85)]), ['sentence 가 나', 'sentence 라 마']));

  it('keeps what was tried today and not said well', () =>
    assert.ok(list([...results, at(TODAY, '다 라', [word('다', 80), word('라', 30)], 60)]).includes('sentence 다 라')));

  it('leaves out what the teacher has taken away', () =>
    assert.deepEqual(reviewList(summaryOf(results), 'ko', TODAY, 9, (sentence) => sentence !== '라 마').map(({ text }) => text), ['다 라', '가 나']));

  it('is empty on the first day', () => assert.deepEqual(list([]), []));
});
