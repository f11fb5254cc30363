import assert from 'node:assert/strict';
import { ref } from 'vue';
import { inTurns } from '../../../page/src/in-turns';
import { rowsInView } from '../../../page/src/lists/rows-in-view';

describe('The rows of a long list', () => {
  let frames: (() => void)[] = [];
  const count = ref(0);
  const open = (rows: number): ReturnType<typeof rowsInView> => {
    frames = [];
    count.value = rows;
    const view = rowsInView(() => count.value, (then) => frames.push(then));
    view.reset();
    return view;
  };
  /** @returns the most rows that came with one frame */
  const drawAll = (view: ReturnType<typeof rowsInView>): number => {
    let most = 0;
    for (let frame = frames.shift(); frame !== undefined; frame = frames.shift()) {
      const before = view.end.value - view.first.value;
      frame();
      most = Math.max(most, view.end.value - view.first.value - before);
    }
    return most;
  };

  it('come a few with each frame, a page of them and no more', () => {
    const view = open(1000);
    assert.ok(view.end.value < 20);
    assert.ok(drawAll(view) < 20);
    assert.deepEqual([view.first.value, view.end.value], [0, 60]);
    view.more();
    assert.ok(drawAll(view) < 20);
    assert.deepEqual([view.first.value, view.end.value], [0, 120]);
  });

  it('are all there where the list is short', () => {
    const view = open(3);
    drawAll(view);
    assert.deepEqual([view.first.value, view.end.value], [0, 3]);
    count.value = 4;
    view.show(3);
    assert.equal(view.end.value, 4);
  });

  it('at the end are drawn without those before them, which come when they are wanted', () => {
    const view = open(1000);
    drawAll(view);
    view.show(999);
    assert.deepEqual([view.first.value, view.end.value], [997, 1000]);
    assert.equal(drawAll(view), 0);
    count.value = 1001;
    view.show(1000);
    assert.deepEqual([view.first.value, view.end.value], [997, 1001]);
    view.earlier();
    assert.ok(drawAll(view) < 20);
    assert.deepEqual([view.first.value, view.end.value], [937, 1001]);
  });
});

describe('Work in turns', () => {
  it('keeps the order, and lets others have their turn in between', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const busy = (ms: number): void => { for (const start = performance.now(); performance.now() - start < ms;); };
    const made = await inTurns([1, 2, 3, 4], (one) => {
      busy(40);
      return one * 2;
    });
    clearInterval(timer);
    assert.deepEqual(made, [2, 4, 6, 8]);
    assert.ok(turns >= 2, String(turns));
  });
});
