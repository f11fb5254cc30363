import assert from 'node:assert/strict';
import fc from 'fast-check';
import { entriesOf, itemsOf, moved, newLesson, newSentence, withItems, type Entry } from '../../../page/src/lists/draft';

const ITEMS = [{ text: '물' }, { text: '불', translation: 'fire', lesson: '1과' }, { text: '풀', lesson: '1과' }, { text: '뿔' }];
const shown = (entries: readonly Entry[]): string[] => entries.map((entry) => (entry.kind === 'lesson' ? `## ${entry.name}` : entry.text));
const idOf = (entries: readonly Entry[], name: string): number => entries.find((entry) => shown([entry])[0] === name)?.id ?? NaN;

describe('A list that is being written', () => {
  it('shows each lesson above its sentences, and where it ends', () => assert.deepEqual(shown(entriesOf(ITEMS)), ['물', '## 1과', '불', '풀', '## ', '뿔']));

  it('is the same list again when nothing was changed', () => {
    const text = fc.stringMatching(/^[가-하]{1,3}( [가-하]{1,3})?$/);
    const item = fc.record({ text, translation: text, lesson: text }, { requiredKeys: ['text'], noNullPrototype: true });
    fc.assert(fc.property(fc.array(item), (items) => assert.deepEqual(itemsOf(entriesOf(items)), items)));
  });

  it('has no sentence where nothing is written, and no blanks around one', () => {
    assert.deepEqual(itemsOf([newLesson(' 1과 '), newSentence(), newSentence(' 물  한\t잔 ', ' '), newSentence('', 'water')]), [
      { text: '물 한 잔', lesson: '1과' }, { text: '', translation: 'water', lesson: '1과' },
    ]);
  });

  it('lets a sentence pass its neighbour, also into another lesson', () => {
    const entries = entriesOf(ITEMS);
    const up = moved(entries, idOf(entries, '불'), -1);
    assert.deepEqual(shown(up), ['물', '불', '## 1과', '풀', '## ', '뿔']);
    assert.deepEqual(shown(moved(up, idOf(up, '물'), -1)), shown(up), 'it is the first');
  });

  it('lets a lesson pass another one with its sentences, but not those above all lessons', () => {
    const entries = [newSentence('물'), newLesson('1과'), newSentence('불'), newLesson('2과'), newSentence('풀'), newSentence('뿔')];
    const up = moved(entries, idOf(entries, '## 2과'), -1);
    assert.deepEqual(shown(up), ['물', '## 2과', '풀', '뿔', '## 1과', '불']);
    assert.deepEqual(shown(moved(up, idOf(up, '## 2과'), -1)), shown(up));
    assert.deepEqual(shown(moved(up, idOf(up, '## 2과'), 1)), shown(entries));
  });

  it('takes sentences of a file at its end, once, in their lessons', () => {
    const { entries, added } = withItems(entriesOf(ITEMS.slice(0, 3)), [{ text: '불', lesson: '1과' }, { text: '꿀', lesson: '1과' }, { text: '술', lesson: '2과' }]);
    assert.equal(added, 2);
    assert.deepEqual(shown(entries), ['물', '## 1과', '불', '풀', '꿀', '## 2과', '술']);
  });
});
