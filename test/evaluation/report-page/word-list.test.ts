import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { wordList } from '../../../evaluation/report-page/word-list';

const word = (text: string, score: number) => ({ text, score, startMs: 0, endMs: 100 });
const rated = (human: number) => ({ human, score: 0, letters: 1, durationMs: 100 });

describe('The words of a recording', () => {
  const wordScores = [word('good', 100), word('<b>', 61), word('night', 0)];

  it('carry their scores in figures and in colour, and the ratings where there are as many', () => {
    const { text } = wordList({ wordScores, words: [rated(9), rated(7.25), rated(1)] });
    assert.match(text, /Words: score \(rating\)/);
    assert.deepEqual([...text.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => item), [
      '<span class="word0">good</span> <small>100 (9.0)</small>',
      '<span class="word1">&lt;b&gt;</span> <small>61 (7.3)</small>',
      '<span class="word4">night</span> <small>0 (1.0)</small>',
    ]);
  });

  it('stand without ratings where those can not be brought together with them', () => {
    for (const words of [null, [], [rated(9)]]) {
      const { text } = wordList({ wordScores, words });
      assert.match(text, /Words: score<\/p>.*<small>61<\/small>/);
    }
  });

  it('are nothing where the words are not known', () => {
    assert.equal(wordList({ wordScores: [], words: null }).text, '');
  });
});
