import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { seededRandom } from '../../../base/random';
import { withBlanksOf } from '../../../training/ear/words/natural-spacing';
import { outcomeOf } from '../../../training/ear/words/outcome';
import { sentencesOf } from '../../../training/ear/words/sentences-of';
import { saidAgain, without } from '../../../training/ear/words/sound-edits';
import { withOtherWord, withWordElsewhere, withWordLess, withWordMore } from '../../../training/ear/words/text-edits';
import { wilsonInterval } from '../../../training/ear/words/wilson';
import type { Heard } from '../../../pipeline/ear/heard';

const TEXT = 'we took the last train';

describe('The words that an ear is tried with', () => {
  it('are one more, one less or another one, at the place that is told', () => {
    for (let seed = 1; seed < 30; seed++) {
      const more = withWordMore(TEXT, 'en-US', ['banana'], seededRandom(seed));
      assert.equal(more.text.split(' ').toSpliced(more.place, 1).join(' '), TEXT);
      const less = withWordLess(TEXT, seededRandom(seed));
      assert.equal(less.text.split(' ').toSpliced(less.place, 0, less.word).join(' '), TEXT);
      const other = withOtherWord(TEXT, ['banana'], seededRandom(seed));
      assert.equal(other.text.split(' ')[other.place], 'banana');
      assert.equal(other.text.split(' ').length, 5);
    }
  });

  it('are the same in another order, one word two places or more from its own', () => {
    for (let seed = 1; seed < 30; seed++) {
      const [moved] = withWordElsewhere(TEXT, seededRandom(seed));
      if (moved === undefined) continue;
      assert.deepEqual(moved.text.split(' ').sort(), TEXT.split(' ').sort());
      assert.equal(moved.text.split(' ')[moved.place], moved.word);
      assert.ok(Math.abs(TEXT.split(' ').indexOf(moved.word) - moved.place) >= 2);
    }
    assert.deepEqual(withWordElsewhere('we took', seededRandom(1)), []);
  });

  it('get the blanks that people write', () => {
    assert.equal(withBlanksOf('나의 몸도', '나 의 몸 도'), '나의 몸도');
    assert.throws(() => withBlanksOf('나의 몸', '나 의 몸 도'), RangeError);
  });

  it('are cut out of the sound, or said again after a pause', () => {
    const samples = new Float32Array(1000).fill(0.5);
    assert.equal(without(samples, 1000, { startMs: 100, endMs: 300 }).length, 800);
    const again = saidAgain(samples, 1000, { startMs: 100, endMs: 300 }, 50);
    assert.equal(again.length, 1250);
    assert.ok(again.subarray(300, 350).every((value) => value === 0));
  });

  it('stand in sentences that are parted at long pauses', () => {
    const samples = Float32Array.from({ length: 3000 }, (_, i) => (i > 1000 && i < 1900 ? 0 : 0.5));
    const parts = sentencesOf({ samples, sampleRate: 1000 }, 'One is 3.5 long. Two.');
    assert.deepEqual(parts.map(({ text }) => text), ['One is 3.5 long.', 'Two.']);
    assert.ok(Math.abs((parts[0]?.audio.samples.length ?? 0) - 1450) < 5);
    assert.throws(() => sentencesOf({ samples, sampleRate: 1000 }, 'One. Two. Three.'), RangeError);
  });
});

describe('outcomeOf', () => {
  const audio = { samples: new Float32Array(0), sampleRate: 16000 };
  const heard = (errors: string[], insertions: string[] = []) =>
    ({
      words: TEXT.split(' ').map((text, i) => ({ text, error: errors[i] ?? 'none' })),
      insertions: insertions.map((text) => ({ text })),
    }) as unknown as Heard;

  it('tells whether the word was named as what it is, and nothing else', () => {
    const trial = { kind: 'left out', audio, text: TEXT, place: 1, word: 'took' } as const;
    assert.deepEqual(outcomeOf(trial, heard(['none', 'omission'])), { isFound: true, isNamed: true, isAsKind: true, isAlone: true });
    assert.deepEqual(outcomeOf(trial, heard(['mispronunciation', 'mispronunciation'])), { isFound: true, isNamed: true, isAsKind: false, isAlone: false });
    assert.equal(outcomeOf(trial, heard([])).isFound, false);
  });

  it('knows an added word by its letters', () => {
    const trial = { kind: 'added', audio, text: TEXT, place: 1, word: 'really' } as const;
    assert.equal(outcomeOf(trial, heard([], ['Really,'])).isAlone, true);
    assert.equal(outcomeOf(trial, heard([], ['cat'])).isNamed, false);
  });
});

describe('wilsonInterval', () => {
  it('agrees with the published values for 0 of 10 and 81 of 263', () => {
    const rounded = (hits: number, count: number) => wilsonInterval(hits, count).map((bound) => Number(bound.toFixed(4)));
    assert.deepEqual(rounded(81, 263), [0.2553, 0.3662]); // Newcombe, 1998
    assert.deepEqual(rounded(0, 10), [0, 0.2775]);
  });
});
