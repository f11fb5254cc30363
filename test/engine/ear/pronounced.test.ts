import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { pronounced } from '../../../engine/ear/pronounced';
import type { SaidWord } from '../../../pipeline/ear/said-words';

const TEXT = ['I', 'do', 'not', 'know'];

/** Each word is one token of five frames, then the end. */
function heard(said: readonly SaidWord[], near: Parameters<typeof pronounced>[3] = []) {
  const none = new Float32Array(said.length + 1);
  const places = said.map((_, i) => i);
  const taught = {
    wordOf: [...places, -1],
    starts: Int32Array.from([...places, said.length], (i) => 5 * i),
    logProbability: none,
  };
  return pronounced({ said, taught }, TEXT, 0, near);
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

describe('A word that sounded like another one', () => {
  const said = ['I', 'do', 'not,', 'know'].map((text, place) => ({ text, place }));

  it('has its name, counts as said, and is what was heard', () => {
    const { words, completeness, text } = heard(said, [{ place: 2, heardAs: 'nod' }]);
    assert.deepEqual(words.map(({ error, heardAs }) => [error, heardAs]), [['none', undefined], ['none', undefined], ['mispronunciation', 'nod'], ['none', undefined]]);
    assert.equal(completeness, 1);
    assert.equal(text, 'I do nod, know');
  });

  it('counts as said too where the ear had put the other word already', () => {
    const exchanged = said.map((word) => (word.place === 2 ? { ...word, text: 'nod' } : word));
    assert.equal(heard(exchanged).completeness, 0.75);
    assert.equal(heard(exchanged, [{ place: 2, heardAs: 'nod' }]).completeness, 1);
  });
});

describe('Words in another order', () => {
  const order = (...places: number[]) => heard(places.map((place) => ({ text: TEXT[place] ?? '', place })));

  it('are marked, both of them, and count as said', () => {
    const { words, completeness, text } = order(0, 2, 1, 3);
    assert.deepEqual(words.map(({ moved }) => moved), [undefined, true, true, undefined]);
    assert.deepEqual(words.map(({ error }) => error), ['none', 'mispronunciation', 'mispronunciation', 'none']);
    assert.equal(completeness, 1);
    assert.equal(text, 'I not do know');
  });

  it('are told from words that were left out or added', () => {
    assert.ok(order(0, 2, 3).words.every(({ moved }) => moved === undefined));
    const { words } = heard([{ text: 'I', place: 0 }, { text: 'know', place: null }, { text: 'do', place: 1 }]);
    assert.ok(words.every(({ moved }) => moved === undefined));
  });
});
