import assert from 'node:assert/strict';
import { stretch } from '../../pipeline/stretch';
import { trim } from '../../pipeline/trim';
import { koreanSpeech, rmsOf, sine } from './signals';

/** Rising zero crossings a second, away from the edges. */
function pitchOf(samples: Float32Array, sampleRate: number): number {
  const inner = samples.subarray(0.1 * sampleRate, samples.length - 0.1 * sampleRate);
  let crossings = 0;
  for (let n = 1; n < inner.length; n++) if ((inner[n - 1] ?? 0) < 0 && (inner[n] ?? 0) >= 0) crossings++;
  return crossings / (inner.length / sampleRate);
}

describe('Time stretching', () => {
  for (const ratio of [0.25, 0.7, 1.3, 4]) {
    it(`by ${ratio} changes the length, not the pitch or the level of a tone`, () => {
      const tone = sine(220, 44100, 2);
      const out = stretch(tone, 44100, ratio);
      assert.equal(out.length, Math.round(tone.length * ratio));
      assert.ok(Math.abs(pitchOf(out, 44100) - 220) < 4, `${pitchOf(out, 44100)} Hz`);
      const inner = out.subarray(2000, out.length - 2000);
      assert.ok(Math.abs(rmsOf(inner) - rmsOf(tone)) < 0.005, `${rmsOf(inner)}`);
    });
  }

  it('moves the speech in a recording by the same ratio', () => {
    const { samples, sampleRate } = koreanSpeech();
    const before = trim(samples, { topDb: 30 });
    for (const ratio of [0.6, 1.5]) {
      const after = trim(stretch(samples, sampleRate, ratio), { topDb: 30 });
      const tolerance = 0.06 * sampleRate;
      assert.ok(Math.abs(after.start - before.start * ratio) < tolerance, `${after.start} ${before.start}`);
      assert.ok(Math.abs(after.end - before.end * ratio) < tolerance, `${after.end} ${before.end}`);
    }
  });

  it('by 1 gives a copy', () => {
    const tone = sine(220, 16000, 0.5);
    const out = stretch(tone, 16000, 1);
    assert.deepEqual(out, tone);
    assert.notEqual(out.buffer, tone.buffer);
  });

  it('there and back again leaves speech nearly as long and as loud as it was', () => {
    const { samples, sampleRate } = koreanSpeech();
    const back = stretch(stretch(samples, sampleRate, 1.4), sampleRate, 1 / 1.4);
    assert.ok(Math.abs(back.length - samples.length) <= 1);
    assert.ok(Math.abs(20 * Math.log10(rmsOf(back) / rmsOf(samples))) < 0.7);
  });

  it('makes silence longer, and what is shorter than a frame', () => {
    assert.deepEqual(stretch(new Float32Array(16000), 16000, 1.5), new Float32Array(24000));
    assert.equal(stretch(sine(220, 16000, 0.01), 16000, 2).length, 320);
  });
});
