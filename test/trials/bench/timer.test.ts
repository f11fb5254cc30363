import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { watchTimer } from '../../../trials/bench/timer.cjs';

describe('The timer of the bench', () => {
  it('sees a block of the event loop once, as long as it was', async () => {
    const end = watchTimer();
    await sleep(40);
    const blocked = performance.now();
    while (performance.now() - blocked < 120);
    await sleep(40);
    const late = end();
    assert.ok(late.length >= 4, `${late.length} ticks`);
    const blocks = late.filter((ms) => ms > 90);
    assert.equal(blocks.length, 1, late.join(' '));
  });
});
