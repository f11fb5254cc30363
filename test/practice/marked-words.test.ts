import assert from 'node:assert/strict';
import { markedWords, saidInstead } from '../../practice/station/marked-words';
import { DEFAULT_TIERS, tierOf } from '../../pipeline/siamese/score';

const SENTENCE = 'Well, I do not eat fish.';

type Heard = NonNullable<Parameters<typeof markedWords>[2]>;
type Score = Parameters<typeof markedWords>[1];

const names = SENTENCE.split(' ').map((word) => word.replace(/\W/g, ''));
const spanOf = (i: number) => ({ startMs: 300 * i, endMs: 300 * i + 200 });

/** The sentence as an ear hears it. */
const heard = (errors: Readonly<Record<number, 'omission' | 'mispronunciation'>> = {}, more: Partial<Heard> = {}): Heard => ({
  text: 'what was said', sure: true, completeness: 1, insertions: [],
  words: names.map((text, i) => ({ text, ...spanOf(i), error: errors[i] ?? 'none', confidence: 1 })),
  ...more,
});

const wordScores = (points: readonly number[]): Score['words'] =>
  points.map((score, i) => ({ text: names[i] ?? '', ...spanOf(i), score, tier: tierOf(score) }));

const scored = (...points: number[]): Score => ({ value: 80, verdict: 'scored', words: wordScores(points) });
const refused = (verdict: Score['verdict']): Score => ({ value: null, verdict, words: wordScores([90, 90, 90, 90, 90, 90]) });
const states = (score: Score, ear?: Heard): string[] => markedWords(SENTENCE, score, ear).map(({ text, state }) => `${text} ${state}`);
const GOOD = scored(90, 90, 90, 90, 90, 90);

describe('The words that the practice page shows', () => {
  it('are right, unclear or wrong by the colours of their scores, as they are written', () => {
    const marked = markedWords(SENTENCE, scored(90, 75, 60, 30, 85, 70), undefined);
    assert.deepEqual(marked.map(({ state }) => state), ['right', 'right', 'unclear', 'wrong', 'right', 'right']);
    assert.deepEqual(marked.map(({ text }) => text), SENTENCE.split(' '));
    assert.deepEqual(marked.map(({ colour }) => colour), [90, 75, 60, 30, 85, 70].map((score) => tierOf(score, DEFAULT_TIERS)?.colour));
    assert.deepEqual(marked.map(({ score }) => score), [90, 75, 60, 30, 85, 70]);
  });

  it('are left out or wrong where an ear has heard that, whatever their scores', () => {
    const marked = markedWords(SENTENCE, GOOD, heard({ 3: 'omission', 5: 'mispronunciation' }));
    assert.deepEqual(marked[3], { text: 'not', state: 'left', place: 3 });
    assert.deepEqual(marked[5], { text: 'fish.', state: 'wrong', place: 5, learner: spanOf(5) });
    assert.deepEqual(marked.filter(({ state }) => state === 'right').length, 4);
  });

  it('are wrong, and say so, where they came in another order', () => {
    const ear = heard({ 2: 'mispronunciation' });
    const marked = markedWords(SENTENCE, GOOD, { ...ear, words: ear.words.map((word, i) => (i === 2 ? { ...word, moved: true as const } : word)) });
    assert.deepEqual(marked[2], { text: 'do', state: 'wrong', place: 2, moved: true, learner: spanOf(2) });
  });

  it('keep their own scores where the word that was left out has none', () => {
    const score = { ...GOOD, words: wordScores([90, 75, 60, 0, 50, 30]).filter(({ text }) => text !== 'not') };
    assert.deepEqual(markedWords(SENTENCE, score, heard({ 3: 'omission' })).map((word) => word.score), [90, 75, 60, undefined, 50, 30]);
  });

  it('are one piece where several in a row were left out', () => {
    assert.deepEqual(states(GOOD, heard({ 1: 'omission', 2: 'omission', 3: 'omission', 5: 'omission' })),
      ['Well, right', 'I do not left', 'eat right', 'fish. left']);
  });

  it('have an added word at its place, at the ends too', () => {
    const added = (text: string, before: number) => ({ text, before, ...spanOf(before) });
    assert.deepEqual(states(GOOD, heard({}, { insertions: [added('uh', 0), added('really', 4), added('today', 6)] })),
      ['uh added', 'Well, right', 'I right', 'do right', 'not right', 'really added', 'eat right', 'fish. right', 'today added']);
  });

  it('have no points where less than half was said, and are not shown after another refusal', () => {
    const ear = heard({ 2: 'omission', 3: 'omission', 4: 'omission', 5: 'omission' }, { completeness: 2 / 6 });
    assert.deepEqual(states(refused('incomplete'), ear), ['Well, said', 'I said', 'do not eat fish. left']);
    for (const verdict of ['wrong-sentence', 'no-speech', 'too-noisy'] as const) assert.deepEqual(states(refused(verdict), ear), []);
  });

  it('come from the score alone where the ear had no text to compare with, and where nobody spoke', () => {
    const other = heard({}, { completeness: null, words: [{ text: 'Fish', ...spanOf(0), error: 'none', confidence: 1 }] });
    assert.deepEqual(states(GOOD, other), states(GOOD));
    assert.deepEqual(states(GOOD, heard({}, { completeness: null, words: [] })), states(GOOD));
  });
});

describe('The syllables that the practice page shows', () => {
  const KOREAN = '"기차도" 3시에 없었다.';
  const syllables = (word: string, ...points: number[]) => ({
    text: word, ...spanOf(0), score: points[0] ?? 0, tier: tierOf(points[0] ?? 0),
    syllables: points.slice(1).map((score, i) => ({ text: [...(word === '3시에' ? '세시에' : word)][i] ?? '', ...spanOf(i), score, tier: tierOf(score) })),
  });
  const said = (...words: Score['words']): ReturnType<typeof markedWords> => markedWords(KOREAN, { value: 80, verdict: 'scored', words }, undefined);

  it('are the pieces of the word as it is written, each with the colour of its own score', () => {
    const [first, second, third] = said(syllables('기차도', 80, 90, 60, 75), syllables('3시에', 90, 90, 20, 90), syllables('없었다', 45, 90, 30, 90));
    assert.deepEqual(first?.syllables, [
      { text: '"기', state: 'right', colour: 'green' }, { text: '차', state: 'unclear', colour: 'orange' }, { text: '도"', state: 'right', colour: 'yellow' },
    ]);
    assert.deepEqual(third?.syllables?.map(({ text, state }) => `${text} ${state}`), ['없 right', '었 wrong', '다. right']);
    assert.deepEqual([first.text, second?.text, third.text], KOREAN.split(' '));
    assert.ok(second !== undefined && !('syllables' in second), 'a word that they spell otherwise stays one piece');
  });

  it('are none where all are right in a word that is not, and in a word that was left out', () => {
    const scores = [syllables('기차도', 40, 90, 90, 90), syllables('3시에', 90, 90, 90, 90), syllables('없었다', 90, 90, 60, 90)];
    assert.equal(said(...scores)[0]?.syllables, undefined);
    const ear = heard({}, { words: scores.map(({ text }, i) => ({ text, ...spanOf(i), error: i === 2 ? 'omission' : 'none', confidence: 1 })) });
    assert.deepEqual(markedWords(KOREAN, { value: 80, verdict: 'scored', words: scores }, ear)[2], { text: '없었다.', state: 'left', place: 2 });
  });
});

describe('What was said instead', () => {
  const changed = heard({ 3: 'omission' });

  it('is told where a word was left out, added or exchanged, or it was another sentence', () => {
    for (const ear of [changed, heard({ 3: 'mispronunciation' }), heard({}, { insertions: [{ text: 'uh', before: 1, ...spanOf(1) }] })]) {
      assert.equal(saidInstead(GOOD, ear), 'what was said');
    }
    for (const verdict of ['incomplete', 'wrong-sentence'] as const) assert.equal(saidInstead(refused(verdict), changed), 'what was said');
  });

  it('is not told where it is what is written, where the ear is not sure, or where the recording can\'t be heard well', () => {
    assert.equal(saidInstead(GOOD, heard()), '');
    assert.equal(saidInstead(GOOD, undefined), '');
    assert.equal(saidInstead(GOOD, { ...changed, sure: false }), '');
    assert.equal(saidInstead(GOOD, { ...changed, completeness: null }), '');
    for (const verdict of ['no-speech', 'too-quiet', 'too-noisy', 'clipped'] as const) assert.equal(saidInstead(refused(verdict), changed), '');
  });
});
