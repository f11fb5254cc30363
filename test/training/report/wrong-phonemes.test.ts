import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../base/package-root';
import { KOREAN_SENTENCES } from '../../../training/report/korean-sentences';
import { bare, inventoryOf, withWrongPhonemes } from '../../../training/report/wrong-phonemes';

const WORDS = [
  ["m_'a_n", "n_'i_d_,a"],
  ["k_'o_k_i", 's_u_m_i'],
].map((words) => words.map((word) => word.split('_'))).flat();
const INVENTORY = ['a', 'i', 'o', 'u', 'k', 'm', 'n', 's', 'd'];

const changes = (share: number, seed: number): [string, string][] => {
  const wrong = withWrongPhonemes(WORDS, share, INVENTORY, seed).flat();
  return WORDS.flat().flatMap((token, i): [string, string][] => (wrong[i] === token ? [] : [[token, wrong[i] ?? '']]));
};

describe('wrong phonemes', () => {
  it('replace the share that is asked for, each by another sound', () => {
    const count = WORDS.flat().length;
    for (const share of [0, 0.1, 0.15, 0.4, 1]) {
      for (const seed of [1, 2, 3]) assert.equal(changes(share, seed).length, Math.round(share * count), `${share}, ${seed}`);
    }
  });

  it('replace one at least', () => {
    assert.equal(changes(0.001, 1).length, 1);
  });

  it('put vowels for vowels and consonants for consonants, and keep the marks', () => {
    for (const [right, wrong] of changes(1, 5)) {
      assert.equal(/[aeiou]/.test(bare(right)), /[aeiou]/.test(bare(wrong)), `${right} ${wrong}`);
      assert.equal(right.slice(0, -bare(right).length), wrong.slice(0, -bare(wrong).length));
    }
  });

  it('are the same for the same seed', () => {
    assert.deepEqual(changes(0.4, 7), changes(0.4, 7));
    assert.notDeepEqual(changes(0.4, 7), changes(0.4, 8));
  });

  it('come from the sounds that occur three times and more', () => {
    assert.deepEqual(inventoryOf([["'a", 'n', 'a'], ['a', ',n', 'n', 'x']].map((word) => [word])), ['a', 'n']);
  });
});

describe('the sentences of the report', () => {
  it('are forty different ones, none of which is written in the training', () => {
    assert.equal(new Set(KOREAN_SENTENCES).size, 40);
    const training = join(packageRoot(), 'training');
    const code = readdirSync(training).filter((file) => file.endsWith('.py')).map((file) => readFileSync(join(training, file), 'utf8'));
    for (const sentence of KOREAN_SENTENCES) assert.ok(!code.some((text) => text.includes(sentence)), sentence);
  });
});
