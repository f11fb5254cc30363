import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { gainOfBeginning, soundProposals } from '../../../pipeline/ear/sound-proposals';

const WORDS = ['I', 'want', 'fish'];
const likelierFor = (gains: Readonly<Record<string, number>>) => (words: readonly string[]) => gains[words.join(' ')] ?? null;

describe('what the sounds propose', () => {
  it('proposes a word left out, one said twice and two exchanged, the likeliest first', () => {
    const found = soundProposals(WORDS, likelierFor({ 'I fish': 2, 'I want want fish': 5, 'want I fish': 1 }));
    assert.deepEqual(found.map(({ proposal }) => proposal), [
      { from: 2, to: 2, said: 'want' },
      { from: 1, to: 2, said: '' },
      { from: 0, to: 2, said: 'want I' },
    ]);
  });

  it('proposes nothing that the sounds do not speak for, or whose pronunciation nobody knows', () => {
    assert.deepEqual(soundProposals(WORDS, likelierFor({ 'I fish': 0.4 })), []);
  });

  it('proposes a hesitation at any place, where the sounds speak for it more than for other changes', () => {
    const propose = (gains: Readonly<Record<string, number>>) => soundProposals(WORDS, likelierFor(gains), ['um']).map(({ proposal }) => proposal);
    assert.deepEqual(propose({ 'um I want fish': 3, 'I want um fish': 4, 'I want fish um': 5 }), [3, 2, 0].map((at) => ({ from: at, to: at, said: 'um' })));
    assert.deepEqual(propose({ 'I um want fish': 2 }), []);
    assert.deepEqual(soundProposals(WORDS, likelierFor({ 'I um want fish': 9 })), []);
  });

  it('knows by how much the beginning alone is likelier', () => {
    assert.equal(gainOfBeginning(WORDS, likelierFor({ I: -3, 'I want': 4 })), 4);
    assert.equal(gainOfBeginning(WORDS, likelierFor({ I: -3 })), 0);
  });
});
