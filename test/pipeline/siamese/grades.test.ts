import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { gradesOf } from '../../../pipeline/siamese/grades';
import { DEFAULT_TIERS } from '../../../pipeline/siamese/score';

const span = { startMs: 0, endMs: 1 };
const WORDS = [
  { text: '국물', ...span, score: 90, syllables: [{ text: '국', ...span, score: 40 }, { text: '물', ...span, score: 72 }] },
  { text: 'soup', ...span, score: 60 },
];

describe('The tiers of a score', () => {
  it('are those of its words and of their syllables too', () => {
    const { tier, words } = gradesOf(85, WORDS);
    assert.deepEqual([tier?.name, ...words.map((word) => word.tier?.name)], ['native', 'native', 'fair']);
    assert.deepEqual(words[0]?.syllables?.map((syllable) => [syllable.text, syllable.tier?.name]), [['국', 'practise'], ['물', 'good']]);
    assert.ok(!('syllables' in (words[1] ?? {})));
  });

  it('are copies, which a flow may change', () => {
    const { tiers, words } = gradesOf(null, WORDS);
    for (const tier of [...tiers, words[0]?.syllables?.[1]?.tier]) Object.assign(tier ?? {}, { name: 'changed' });
    assert.deepEqual(DEFAULT_TIERS.map(({ name }) => name), ['native', 'good', 'fair', 'practise']);
    assert.equal(gradesOf(null, WORDS).words[0]?.syllables?.[1]?.tier?.name, 'good');
  });
});
