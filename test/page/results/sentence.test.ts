import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { packageRoot } from '../../../base/package-root';
import { feedbackOf } from '../../../page/src/results/feedback';
import type { JudgedWord, WordState } from '../../../page/src/results/outcome';
import { plainSentence, sentenceOf, type FeedbackTexts } from '../../../page/src/results/sentence';
import { ADVICE } from '../../../pipeline/ear/contrasts/groups';
import { DEFAULT_TIERS, tierOf } from '../../../pipeline/siamese/score';
import { keysOf, LANGUAGES, type Catalogue } from '../../support/catalogue';

const read = (language: string, name: string): unknown => JSON.parse(readFileSync(join(packageRoot(), 'locales', language, `${name}.json`), 'utf8'));
const textsOf = (language: string): FeedbackTexts => ({
  feedback: read(language, 'feedback') as FeedbackTexts['feedback'], score: read(language, 'judgement') as FeedbackTexts['score'],
});
const told = (feedback: Parameters<typeof sentenceOf>[0], language = 'en-US'): string => plainSentence(sentenceOf(feedback, textsOf(language)));

const text = fc.constantFrom('좋네요', '만나서', '날씨가', '물', 'tea', 'fish.', '{word}', '__said__');
/** Points with the state that they give a word. */
const scored = fc.tuple(text, fc.integer({ min: 0, max: 100 })).map(([own, score]): JudgedWord => {
  const colour = tierOf(score)?.colour;
  return { text: own, score, state: colour === 'red' ? 'wrong' : colour === 'orange' ? 'unclear' : 'right' };
});
const syllabled = fc.tuple(scored, fc.constantFrom<WordState>('right', 'unclear', 'wrong')).map(([word, state]): JudgedWord => ({ ...word, syllables: [{ text: word.text, state }] }));
const changed = fc.tuple(text, fc.constantFrom<WordState>('left', 'added', 'wrong', 'said')).map(([own, state]): JudgedWord => ({ text: own, state }));
const outcome = fc.record({
  verdict: fc.constantFrom('scored', 'scored', 'scored', 'no-speech', 'too-quiet', 'clipped', 'too-noisy', 'wrong-sentence', 'incomplete'),
  tier: fc.constantFrom(...DEFAULT_TIERS),
  tiers: fc.constant(DEFAULT_TIERS),
  words: fc.array(fc.oneof({ weight: 4, arbitrary: scored }, syllabled, changed), { maxLength: 6 }),
  hint: fc.option(fc.record({ contrast: fc.constantFrom(...ADVICE), expected: fc.constant('쏘'), said: fc.constant('소'), word: fc.nat(5) }), { nil: undefined }),
  melody: fc.option(fc.record({ pace: fc.double({ min: 0.2, max: 3, noNaN: true }) }), { nil: undefined }),
});
const isNotRight = ({ state, syllables = [] }: JudgedWord): boolean => ![state, ...syllables.map((one) => one.state)].every((one) => one === 'right' || one === 'said');

describe('The sentence under the number', () => {
  it('names the weakest word with its pronunciation', () => {
    assert.equal(told({ kind: 'word', word: '좋네요', say: '존네요' }), '좋네요: say 존네요.');
    assert.equal(told({ kind: 'word', word: '좋네요', say: '존네요' }, 'ko'), '좋네요는 존네요로 발음해 보세요.');
    assert.deepEqual(sentenceOf({ kind: 'word', word: '물', say: '물' }, textsOf('ko')),
      [{ text: '물', strong: true }, { text: '은 ' }, { text: '물', strong: true }, { text: '로 발음해 보세요.' }]);
  });

  it('takes what the score node tells a learner, with the particle that fits', () => {
    assert.equal(told({ kind: 'left', words: '물' }, 'ko'), '"물"이 빠졌습니다. 문장 전체를 말해 보세요.');
    assert.equal(told({ kind: 'contrast', contrast: 'tense', expected: '쏘', said: '소' }), '"쏘" sounded like "소": hold your breath before it, no puff of air, a higher tone.');
    assert.equal(told({ kind: 'refused', verdict: 'clipped' }), 'That was too loud for the microphone. Step back a little, or lower its level.');
  });

  it('shows the name of a tier that a teacher has named', () => assert.equal(told({ kind: 'praise', tier: 'Toll!' }), 'Toll!'));

  for (const language of LANGUAGES) {
    const texts = textsOf(language);
    const praises = new Set(Object.values(texts.score.tier));

    it(`is there for every result, with no open place, in ${language}`, () => {
      fc.assert(fc.property(outcome, (one) => {
        const feedback = feedbackOf(one);
        assert.ok(feedback !== undefined);
        const line = plainSentence(sentenceOf(feedback, texts));
        assert.match(line, /[.!…]$/u);
        assert.doesNotMatch(line.replaceAll('{word}', '').replaceAll('__said__', ''), /\{\w+\}|__|undefined/);
      }), { numRuns: 2000 });
    });

    it(`never praises where a word is not right, and never like a native speaker where one is below the top, in ${language}`, () => {
      let praised = 0;
      fc.assert(fc.property(outcome, (one) => {
        const feedback = feedbackOf(one);
        const line = feedback === undefined ? '' : plainSentence(sentenceOf(feedback, texts));
        if (praises.has(line)) praised++;
        if (one.verdict !== 'scored' || one.words.some(isNotRight)) assert.ok(!praises.has(line) && feedback?.kind !== 'nearly', line);
        if (one.words.some(({ score = 100 }) => score < 85)) assert.notEqual(line, texts.score.tier.native);
      }), { numRuns: 2000 });
      assert.ok(praised > 0);
    });

    it(`blames no word that is shown as right, in ${language}`, () => {
      fc.assert(fc.property(outcome, (one) => {
        const feedback = feedbackOf(one);
        if (feedback?.kind !== 'word' && feedback?.kind !== 'exchanged') return;
        const bare = (word: string): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
        assert.ok(one.words.some((word) => bare(word.text) === feedback.word && word.state !== 'right'));
      }), { numRuns: 1000 });
    });

    it(`has the same texts in ${language} as in English`, () =>
      assert.deepEqual(keysOf(read(language, 'feedback') as Catalogue).sort(), keysOf(read('en-US', 'feedback') as Catalogue).sort()));
  }
});
