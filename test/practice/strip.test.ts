import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';
import { coloursCode } from '../../practice/gpio/score-strip';

const GREEN = '00C020';
const RED = 'E00000';
const BLUE = '0030FF';
const VIOLET = 'A000C0';
const DARK = '000000';

const tier = (colour: string) => ({ from: 0, name: colour, colour });
const word = (text: string, colour: string, syllables: readonly string[] = []) =>
  ({ text, startMs: 0, endMs: 1, score: 50, tier: tier(colour), syllables: syllables.map((one) => ({ text: one, startMs: 0, endMs: 1, score: 50, tier: tier(colour) })) });
const heard = (errors: readonly string[], insertions: readonly { text: string; before: number }[] = []) =>
  ({ text: '', sure: true, completeness: 0.5, words: errors.map((error, i) => ({ text: `w${i}`, startMs: 0, endMs: 1, error })), insertions });

/** The colours that the Function node sends, for a strip of ten LEDs. */
function colours(pronunciation: object): (string | number)[] {
  const env = { get: (name: string) => ({ STRIP_ADDRESS: 'wled.local', STRIP_LEDS: '10' })[name] };
  const sent = runInNewContext(`(() => {${coloursCode()}\n})()`, { msg: { pronunciation }, env, node: { status: () => undefined } }) as { url: string; payload: { seg: { i: (string | number)[] } } };
  assert.equal(sent.url, 'http://wled.local/json/state');
  return [...sent.payload.seg.i];
}

describe('The strip of LEDs', () => {
  it('has an LED for each syllable, a dark one between words, and the rest dark', () => {
    const words = [word('물', 'green', ['물']), word('주세요', 'red', ['주', '세', '요'])];
    const score = { value: 80, verdict: 'scored', words };
    assert.deepEqual(colours({ text: '물 주세요', score, heard: heard(['none', 'none']) }), [GREEN, DARK, RED, RED, RED, 5, 10, DARK]);
  });

  it('has one LED for a word without syllables, as the score has it where no ear has listened', () => {
    assert.deepEqual(colours({ text: 'a b', score: { value: 80, verdict: 'scored', words: [word('a', 'green'), word('b', 'red')] } }), [GREEN, DARK, RED, 3, 10, DARK]);
  });

  it('shows words that were left out in blue and added ones in violet', () => {
    const score = { value: 60, verdict: 'scored', words: [word('a', 'green'), word('b', 'green')] };
    assert.deepEqual(colours({ text: 'a b', score, heard: heard(['none', 'omission'], [{ text: 'x', before: 2 }]) }), [GREEN, DARK, BLUE, DARK, VIOLET, 5, 10, DARK]);
  });

  it('is dark without a score, and shows no more than it is long', () => {
    assert.deepEqual(colours({}), [0, 10, DARK]);
    assert.deepEqual(colours({ text: 'a', score: { value: null, verdict: 'no-speech', words: [] } }), [0, 10, DARK]);
    const many = Array.from({ length: 9 }, (_, i) => word(`w${i}`, 'green'));
    assert.equal(colours({ text: '', score: { value: 90, verdict: 'scored', words: many } }).length, 10);
  });
});
