import assert from 'node:assert/strict';

import { record } from '../../../devices/recorder';
import { microphoneThatHears } from '../../support/fake-microphone';
import { needsProgram } from '../../support/programs';

const TRIES = 15;

describe('The beginning of a recording', function () {
  this.timeout(10_000);

  it('is no more than a moment after its start: arecord starts and opens the device', async function () {
    needsProgram(this, 'arecord');
    // It delivers as fast as it is read, so that what is measured is all that comes before the first sample.
    const microphone = microphoneThatHears(new Int16Array(16000).fill(1));
    const delays: number[] = [];
    try {
      for (let i = 0; i < TRIES; i++) {
        const began = performance.now();
        let heard: number | undefined;
        const onLevel = (): void => void (heard ??= performance.now() - began);
        await record({ device: 'fakemic', sampleRate: 16000, maxMs: 200, onLevel }).done;
        delays.push(heard ?? Infinity);
      }
    } finally {
      microphone.remove();
    }
    const median = delays.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? Infinity;
    if (this.test) this.test.title += ` (median of ${TRIES}: ${median.toFixed(0)} ms)`;
    assert.ok(median < 250, `${median} ms`);
  });
});
