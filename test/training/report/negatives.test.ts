import assert from 'node:assert/strict';
import { negatives } from '../../../training/report/negatives';

describe('the made-up sounds of the report', function () {
  this.timeout(120_000);
  const sounds = negatives(3);

  it('are the same each time, and different ones for each seed', () => {
    // Compared as bytes: deepEqual takes half a minute for a million numbers.
    const bytes = ({ samples }: { samples: Float32Array }): Buffer => Buffer.from(samples.buffer);
    negatives(3).forEach((again, i) => assert.ok(bytes(again).equals(bytes(sounds[i] ?? again)), `${again.kind} ${again.seed}`));
    const random = sounds.filter(({ kind }) => kind === 'white noise').map(({ samples }) => samples.slice(0, 100));
    assert.notDeepEqual(random[0], random[2]);
  });

  it('stay within full scale and are no silence, but for silence itself', () => {
    for (const { kind, seed, samples } of sounds) {
      const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      assert.ok(peak <= 1 && samples.every(Number.isFinite), `${kind} ${seed}`);
      assert.equal(peak === 0, kind === 'silence' && seed % 2 === 0, `${kind} ${seed}`);
      assert.ok(samples.length >= 16000);
    }
  });
});
