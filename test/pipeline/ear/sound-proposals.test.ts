import { expect } from 'chai';
import { gainOfBeginning, soundProposals } from '../../../pipeline/ear/sound-proposals';

const WORDS = ['I', 'want', 'fish'];
const likelierFor = (gains: Readonly<Record<string, number>>) => (words: readonly string[]) => gains[words.join(' ')] ?? null;

describe('what the sounds propose', () => {
  it('proposes a word left out, one said twice and two exchanged, the likeliest first', () => {
    const found = soundProposals(WORDS, likelierFor({ 'I fish': 2, 'I want want fish': 5, 'want I fish': 1 }));
    expect(found.map(({ proposal }) => proposal)).to.deep.equal([
      { from: 2, to: 2, said: 'want' },
      { from: 1, to: 2, said: '' },
      { from: 0, to: 2, said: 'want I' },
    ]);
  });

  it('proposes nothing that the sounds do not speak for, or whose pronunciation nobody knows', () => {
    expect(soundProposals(WORDS, likelierFor({ 'I fish': 0.4 }))).to.deep.equal([]);
  });

  it('knows by how much the beginning alone is likelier', () => {
    expect(gainOfBeginning(WORDS, likelierFor({ I: -3, 'I want': 4 }))).to.equal(4);
    expect(gainOfBeginning(WORDS, likelierFor({ I: -3 }))).to.equal(0);
  });
});
