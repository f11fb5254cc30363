import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pronounced } from '../../../engine/ear/pronounced';
import type { SaidWord } from '../../../pipeline/ear/said-words';

const TEXT = ['I', 'do', 'not', 'know'];

/** Each word is one token of five frames, then the end. */
function heard(said: readonly SaidWord[]) {
  const none = new Float32Array(said.length + 1);
  const places = said.map((_, i) => i);
  const taught = {
    wordOf: [...places, -1],
    starts: Int32Array.from([...places, said.length], (i) => 5 * i),
    logProbability: none,
  };
  return pronounced({ said, taught }, TEXT, 0);
}

const places = (...said: (SaidWord | string)[]) =>
  heard(said.map((word) => (typeof word === 'string' ? { text: word, place: TEXT.indexOf(word) } : word))).insertions.map(({ before }) => before);
const added = (text: string): SaidWord => ({ text, place: null });

describe('A word that was added', () => {
  it('has its time and the place of the word that it was said before', () => {
    const { insertions } = heard([{ text: 'I', place: 0 }, added('really'), { text: 'do', place: 1 }]);
    assert.deepEqual(insertions, [{ text: 'really', startMs: 100, endMs: 200, before: 1 }]);
  });

  it('may be said before the first word, after the last one, and with another', () => {
    assert.deepEqual(places(added('Well'), 'I', 'do', 'not', 'know', added('you'), added('know')), [0, 4, 4]);
  });

  it('may follow words that were left out', () => {
    assert.deepEqual(places('I', added('really'), 'know', added('that')), [3, 4]);
  });
});
