import assert from 'node:assert/strict';
import { chanceOf, isDue, reviewed, type ReviewCard } from '../../../page/src/progress/cards';
import { daysBetween } from '../../../page/src/progress/days';
import type { Grade } from '../../../page/src/progress/kept-result';

const TODAY = '2026-12-02';
const first = (grade: Grade): ReviewCard => reviewed(undefined, grade, TODAY);
const wait = (card: ReviewCard): number => daysBetween(card.last, card.due);

describe('A card of a sentence', () => {
  it('comes back the later the better it was said, and never on the same day', () => {
    const waits = (['low', 'fair', 'good', 'top'] as const).map((grade) => wait(first(grade)));
    assert.deepEqual(waits, [...waits].sort((a, b) => a - b));
    assert.ok((waits[0] ?? 0) >= 1 && (waits[3] ?? 0) > (waits[2] ?? 0) && (waits[2] ?? 0) > (waits[0] ?? 0), String(waits));
  });

  it('waits longer each time that it is said well, and shorter after a failure', () => {
    let card = first('good');
    const waits = [wait(card)];
    for (let i = 0; i < 4; i++) waits.push(wait((card = reviewed(card, 'good', card.due))));
    assert.deepEqual(waits, [...new Set(waits)].sort((a, b) => a - b));
    const failed = reviewed(card, 'low', card.due);
    assert.ok(wait(failed) < wait(card));
    assert.equal(failed.lapses, 1);
  });

  it('is moved by the first try of a day, and by no other one', () => {
    const card = first('low');
    assert.deepEqual(reviewed(card, 'top', TODAY), { ...card, best: 'top' });
    assert.deepEqual(reviewed({ ...card, best: 'top' }, 'fair', TODAY), { ...card, best: 'top' });
  });

  it('is to be practised until a try of the day was good', () => {
    assert.ok(isDue(first('fair'), TODAY));
    assert.ok(!isDue(reviewed(first('fair'), 'good', TODAY), TODAY));
    const card = first('good');
    assert.deepEqual([isDue(card, TODAY), isDue(card, card.due), isDue(card, '2027-12-02')], [false, true, true]);
  });

  it('stays as it is where the clock was set back', () => {
    const card = first('good');
    assert.equal(reviewed(card, 'low', '2026-11-30'), card);
  });

  it('is forgotten with time', () => {
    const card = first('good');
    assert.equal(chanceOf(card, TODAY), 1);
    assert.ok(Math.abs(chanceOf(card, card.due) - 0.9) < 0.05);
    assert.ok(chanceOf(card, '2027-12-02') < 0.8);
  });
});
