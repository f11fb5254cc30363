import assert from 'node:assert/strict';
import { feedbackOf, type Feedback } from '../../../page/src/results/feedback';
import type { JudgedWord, Outcome } from '../../../page/src/results/outcome';
import { DEFAULT_TIERS, tierOf } from '../../../pipeline/siamese/score';

const right = (text: string, score = 90): JudgedWord => ({ text, state: 'right', score });
const outcome = (words: readonly JudgedWord[], more: Partial<Outcome> & { readonly value?: number } = {}): Outcome => ({
  verdict: 'scored', tier: tierOf(more.value ?? 90), tiers: DEFAULT_TIERS, words, ...more,
});
const GOOD = [right('만나서'), right('반갑습니다,'), right('날씨가'), right('좋네요')];
const changed = (place: number, word: Partial<JudgedWord>): JudgedWord[] => GOOD.map((one, i) => (i === place ? { ...one, ...word } : one));
const hint = { contrast: 'tense', expected: '쏘', said: '소' };

describe('The thing that the sentence under the number is about', () => {
  const cases: readonly (readonly [string, Outcome, Feedback | undefined])[] = [
    ['is why there is no number, before all else', outcome([{ text: '만나서', state: 'left' }], { verdict: 'incomplete', tier: null, hint }), { kind: 'refused', verdict: 'incomplete' }],
    ['is what was left out, before what was added', outcome([...changed(1, { state: 'left', text: '반갑습니다, 날씨가' }), { text: '음', state: 'added' }], { hint }), { kind: 'left', words: '반갑습니다, 날씨가' }],
    ['is what was added, before a hint', outcome([...changed(0, { state: 'wrong', score: 30 }), { text: '음', state: 'added' }], { hint }), { kind: 'added', words: '음' }],
    ['is the order of the words, before a hint', outcome(GOOD.map((one, i) => (i < 2 ? { text: one.text, state: 'wrong', moved: true } : one)), { hint: { ...hint, word: 0 } }), { kind: 'moved', words: '만나서 반갑습니다,' }],
    ['is a sound that was said as another one', outcome(changed(3, { state: 'unclear', score: 60 }), { hint: { ...hint, word: 3 } }), { kind: 'contrast', ...hint }],
    ['is no sound of a word that is shown as right', outcome(changed(3, { state: 'unclear', score: 60 }), { hint: { ...hint, word: 0 } }), { kind: 'word', word: '좋네요' }],
    ['is the worst word with its pronunciation', outcome(changed(3, { state: 'unclear', score: 60 }), { sayings: [{ text: '만나서' }, { text: '반갑습니다,', pronounced: '반갑씀니다' }, { text: '날씨가' }, { text: '좋네요', pronounced: '존네요' }] }), { kind: 'word', word: '좋네요', say: '존네요' }],
    ['is a word that was heard as another one, whatever the points of others', outcome([{ text: '만나서', state: 'wrong', score: 2 }, right('반갑습니다'), { text: '좋네요', state: 'wrong' }]), { kind: 'exchanged', word: '좋네요' }],
    ['is a syllable of a word that is right', outcome(changed(1, { syllables: [{ text: '반', state: 'right' }, { text: '갑', state: 'unclear' }, { text: '습니다,', state: 'right' }] })), { kind: 'syllable', word: '반갑습니다', syllable: '갑' }],
    ['is a pace far from the voice', outcome(GOOD, { melody: { pace: 1.6, ending: { learner: 'level', voice: 'rises' } } }), { kind: 'pace', pace: 'fast' }],
    ['is a slow pace', outcome(GOOD, { melody: { pace: 0.5 } }), { kind: 'pace', pace: 'slow' }],
    ['is a question that does not rise', outcome(GOOD, { melody: { pace: 1.2, ending: { learner: 'level', voice: 'rises' } } }), { kind: 'ending', ending: 'rises' }],
    ['is a statement that rises', outcome(GOOD, { melody: { ending: { learner: 'rises', voice: 'falls' } } }), { kind: 'ending', ending: 'falls' }],
    ['is no level end of a statement', outcome(GOOD, { melody: { ending: { learner: 'level', voice: 'falls' } } }), { kind: 'praise', tier: 'native' }],
    ['is a right word below the top, where the number is at the top', outcome(changed(1, { score: 75 })), { kind: 'nearly', word: '반갑습니다' }],
    ['is praise by the number', outcome(changed(1, { score: 75 }), { value: 80 }), { kind: 'praise', tier: 'good' }],
    ['is the number where no word is known', outcome([], { value: 40 }), { kind: 'praise', tier: 'practise' }],
    ['is nothing where nothing is known', outcome([], { tier: null }), undefined],
  ];
  for (const [title, given, expected] of cases) it(title, () => assert.deepEqual(feedbackOf(given), expected));

  it('names a long list of words by its beginning', () => {
    const feedback = feedbackOf(outcome([{ text: '아주 긴 문장입니다 '.repeat(9).trim(), state: 'left' }]));
    assert.ok(feedback?.kind === 'left' && feedback.words.length === 40 && feedback.words.endsWith('…'));
  });
});
