import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Listened } from '../../../engine/ear/ear';
import type { Taught } from '../../../engine/ear/taught';
import type { Teacher } from '../../../engine/ear/teacher';
import { gainOf, type Belief } from '../../../engine/ear/trial';

const ASKED = new Error('the decoder was asked');
const teacher = { decision: { expectation: 0.25 }, get ear() { throw ASKED; } } as unknown as Teacher;
const belief: Belief = {
  said: ['비빔밥', '두', '그릇하고'].map((text, place) => ({ text, place })),
  taught: {} as Taught,
  end: '.',
  language: 'ko',
  sounds: { gainOf: () => 10, gainPerFrame: () => 1 },
};
const gain = (said: string, isSure: boolean) => gainOf(teacher, {} as Listened, belief, { from: 1, to: 2, said }, isSure);

describe('Another word in the place of the expected one', () => {
  it('is not believed where it is nearly that word and the ear does not understand the speaker', async () => {
    assert.equal(await gain('도', false), 0);
  });

  it('is tried by the decoder where it is quite another word, or the ear is sure', async () => {
    await assert.rejects(gain('세', false), ASKED);
    await assert.rejects(gain('도', true), ASKED);
  });
});
