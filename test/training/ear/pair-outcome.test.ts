import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { HeardWord } from '../../../pipeline/ear/heard';
import { pairFigures, pairOutcome } from '../../../training/ear/english/pair-outcome';

const word = (text: string, more: Partial<HeardWord> = {}): HeardWord => ({ text, startMs: 0, endMs: 1, error: 'none', confidence: 1, ...more });
const near = (text: string, heardAs: string): HeardWord => word(text, { error: 'mispronunciation', heardAs });
const heard = (...words: HeardWord[]) => ({ words, insertions: [], ...(words.some(({ heardAs }) => heardAs) && { hints: [{ word: 0, expected: '', said: '', contrast: 'en-ih' as const, confidence: 1 }] }) });
const outcomeOf = (said: string, ...words: HeardWord[]) => pairOutcome({ text: 'I saw a ship', said, language: 'en-US' }, heard(...words));
const [I, SAW, A, SHIP] = ['I', 'saw', 'a', 'ship'].map((text) => word(text)) as [HeardWord, HeardWord, HeardWord, HeardWord];

describe('What the ear made of a pair of words', () => {
  it('is found where the word that differs is marked, and named by the word that was said', () => {
    assert.deepEqual(outcomeOf('I saw a sheep.', I, SAW, A, near('ship', 'sheep')), { isRight: false, isFound: true, isNamed: true, isHinted: true });
    assert.deepEqual(outcomeOf('I saw a sheep', I, SAW, A, near('ship', 'chip')), { isRight: false, isFound: true, isNamed: false, isHinted: true });
    assert.deepEqual(outcomeOf('I saw a sheep', I, near('saw', 'so'), A, SHIP), { isRight: false, isFound: false, isNamed: false, isHinted: true });
  });

  it('is named too by a word that sounds like the one that was said', () => {
    const dictionary = (text: string) => [{ praise: ['P', 'R', 'EY', 'Z'], prays: ['P', 'R', 'EY', 'Z'], prey: ['P', 'R', 'EY'] }[text] ?? [text]];
    const named = (heardAs: string) => pairOutcome({ text: 'price', said: 'praise', language: 'en-US' }, heard(near('price', heardAs)), dictionary).isNamed;
    assert.deepEqual(['praise', 'prays', 'prey'].map(named), [true, true, false]);
  });

  it('is a false alarm where any word of a right text is marked', () => {
    assert.deepEqual(outcomeOf('I saw a ship', I, SAW, A, SHIP), { isRight: true, isFound: false, isNamed: false, isHinted: false });
    assert.deepEqual(outcomeOf('I saw a ship', I, word('saw', { error: 'omission' }), A, SHIP), { isRight: true, isFound: true, isNamed: false, isHinted: false });
  });

  it('is counted with an interval', () => {
    const [right, wrong] = [outcomeOf('I saw a ship', I, SAW, A, SHIP), outcomeOf('I saw a sheep', I, SAW, A, near('ship', 'sheep'))];
    assert.deepEqual(pairFigures([right]), ['right texts: false hints 0 of 1 (0.0 %, 0.0 to 79.3), marked 0 of 1 (0.0 %, 0.0 to 79.3)']);
    assert.match(pairFigures([right, wrong])[1] ?? '', /^other words: found 1 of 1 \(100\.0 %, 20\.7 to 100\.0\), named 1 of 1/);
  });
});
