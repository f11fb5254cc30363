import assert from 'node:assert/strict';
import type { SpeechEvent } from '../../voices/word-times';
import { scaleWords, wordTimes } from '../../voices/word-times';

function phonemes(startMs: number, stepMs: number, names: string): SpeechEvent[] {
  return [...names].map((name, i) => ({ kind: 'phoneme', phoneme: name === '_' ? '' : name, ms: startMs + i * stepMs }));
}

describe('wordTimes', () => {
  it('ends a word where the pause after it begins', () => {
    const events: SpeechEvent[] = [
      { kind: 'word', position: 1, ms: 0 },
      ...phonemes(10, 50, 'hai_'),
      { kind: 'word', position: 7, ms: 400 },
      ...phonemes(400, 50, 'mi'),
    ];
    assert.deepEqual(wordTimes('"Hi", me.', events, 500), [
      { text: 'Hi', startMs: 0, endMs: 160 },
      { text: 'me', startMs: 400, endMs: 500 },
    ]);
  });

  it('divides a stretch of words that the engine joined, at a phoneme', () => {
    const events: SpeechEvent[] = [
      { kind: 'word', position: 1, ms: 0 },
      ...phonemes(0, 100, 'aim'),
      { kind: 'word', position: 6, ms: 300 },
      ...phonemes(300, 100, 'o'),
    ];
    assert.deepEqual(wordTimes('I am ok', events, 400), [
      { text: 'I', startMs: 0, endMs: 100 },
      { text: 'am', startMs: 100, endMs: 300 },
      { text: 'ok', startMs: 300, endMs: 400 },
    ]);
  });

  it('counts characters beyond the basic plane as one, as the engine does', () => {
    const events: SpeechEvent[] = [
      { kind: 'word', position: 1, ms: 0 },
      { kind: 'word', position: 4, ms: 200 },
    ];
    assert.deepEqual(
      wordTimes('𐐀𐐁 ab', events, 300).map((word) => word.startMs),
      [0, 200],
    );
  });

  it('gives a number that is spoken as several words one time', () => {
    const events: SpeechEvent[] = [0, 100, 200].map((ms) => ({ kind: 'word', position: 1, ms }));
    assert.deepEqual(wordTimes('2024', events, 300), [{ text: '2024', startMs: 0, endMs: 300 }]);
  });

  it('gives every word a time even without any event', () => {
    assert.deepEqual(wordTimes('ab cd', [], 100), [
      { text: 'ab', startMs: 0, endMs: 50 },
      { text: 'cd', startMs: 50, endMs: 100 },
    ]);
  });

  it('scales to another duration without leaving it', () => {
    assert.deepEqual(scaleWords([{ text: 'a', startMs: 10, endMs: 100 }], 0.997), [{ text: 'a', startMs: 10, endMs: 99 }]);
  });
});
