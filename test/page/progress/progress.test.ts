import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toJson } from '../../../page/src/progress/export/json';
import { openProgress, type Progress } from '../../../page/src/progress/progress';
import { memoryStore, type Store } from '../../../page/src/progress/store';
import { summaryOf } from '../../../page/src/progress/summary';
import { manyTries, noon, result, tried } from './some-results';

const NOW = noon('2026-12-02');

async function filled(store: Store, many: number): Promise<Progress> {
  const progress = await openProgress(store);
  for (const one of manyTries(many)) await progress.add(one);
  return progress;
}

describe('The progress that a device keeps', () => {
  it('is there again after a reload', async () => {
    const store = memoryStore();
    const progress = await filled(store, 60);
    const again = await openProgress(store);
    assert.deepEqual(again.summary(), progress.summary());
    assert.deepEqual(await again.all(), await progress.all());
    assert.equal((await again.all()).length, 60);
    assert.ok(again.weakest('ko', NOW - 86_400_000 * 690, 3).length === 3);
  });

  it('is what all its results together say, in the order of time', async () => {
    const store = memoryStore();
    const progress = await filled(store, 60);
    assert.deepEqual(progress.summary(), summaryOf(await progress.all()));
  });

  it('tells the tries of one sentence, and of no other that begins alike', async () => {
    const progress = await openProgress(memoryStore());
    for (const [sentence, points, when] of [['물', 60, NOW], ['물', 50, NOW - 1000], ['물 한 잔', 70, NOW], ['물\t', 80, NOW]] as const) {
      await progress.add(tried({ sentence, points, when }));
    }
    assert.deepEqual((await progress.of('ko', '물')).map(({ points }) => points), [50, 60]);
    assert.deepEqual(await progress.of('en', '물'), []);
  });

  it('counts the days and their points', async () => {
    const progress = await openProgress(memoryStore());
    await progress.add(tried({ points: 60, when: NOW - 86_400_000 }));
    await progress.add(tried({ points: 60 }));
    await progress.add(tried({ points: 90 }));
    await progress.add(tried({ points: null, verdict: 'clipped' }));
    assert.deepEqual(progress.summary().days.get('2026-12-02'), { tries: 2, sum: 150, best: 90, last: 90 });
    assert.deepEqual(progress.streak(NOW), { days: 2, today: true });
    assert.deepEqual(progress.streak(NOW + 86_400_000), { days: 2, today: false });
  });

  it('holds what two tabs have added', async () => {
    const store = memoryStore();
    const [one, other] = [await openProgress(store), await openProgress(store)];
    await one.add(tried());
    await other.add(tried());
    await one.add(tried());
    assert.equal(one.summary().days.get('2026-12-02')?.tries, 3);
  });

  it('is gone after it was deleted, and stays so', async () => {
    const store = memoryStore();
    const progress = await filled(store, 20);
    assert.equal(await progress.delete(), 0);
    assert.deepEqual([await store.all(''), progress.summary(), (await openProgress(store)).streak(NOW)], [[], summaryOf([]), { days: 0, today: false }]);
    await progress.add(tried());
    assert.equal((await progress.all()).length, 1);
  });

  it('comes back from an exported file, without doubles', async () => {
    const progress = await filled(memoryStore(), 30);
    const file = await toJson(await progress.all());
    const other = await openProgress(memoryStore());
    assert.deepEqual(await other.import(file), { added: 30, known: 0, unreadable: 0 });
    assert.deepEqual(other.summary(), progress.summary());
    assert.deepEqual(await other.import(`\uFEFF${file}`), { added: 0, known: 30, unreadable: 0 });
    assert.deepEqual(await other.all(), await progress.all());
  });

  it('merges the results of two devices as if they had been one, whichever comes first', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), async (mine) => {
      const tries = manyTries(12);
      const [one, other] = [await openProgress(memoryStore()), await openProgress(memoryStore())];
      for (const [i, own] of tries.entries()) await (mine[i] ? one : other).add(own);
      await one.import(await toJson(await other.all()));
      const all = await filled(memoryStore(), 12);
      assert.deepEqual(one.summary(), all.summary());
    }), { numRuns: 20 });
  });

  it('takes no file of another kind, and counts what is no result', async () => {
    const progress = await openProgress(memoryStore());
    for (const text of ['', 'x', '[]', '{"format":"other"}', '{"format":"pronunciation-progress","version":2,"results":[]}']) {
      await assert.rejects(progress.import(text), SyntaxError, text);
    }
    const good = result();
    const bad = [null, 7, {}, { ...good, points: 101 }, { ...good, when: 'today' }, { ...good, id: '' }, { ...good, words: [{ text: 'x', state: '?' }] }];
    const file = JSON.stringify({ format: 'pronunciation-progress', version: 1, results: [...bad, { ...good, more: '<script>' }, good] });
    assert.deepEqual(await progress.import(file), { added: 1, known: 1, unreadable: bad.length });
    assert.deepEqual(await progress.all(), [good]);
  });
});
