import assert from 'node:assert/strict';
import type { GateOptions, NoiseProfile } from '../../pipeline/gate';
import { reduceNoise } from '../../pipeline/gate';
import { isFiniteEverywhere, koreanSpeech, pinkNoise, rmsOf, scaled, sine, snrDb, sumOf, whiteNoise } from './signals';

const KINDS: Readonly<Record<string, GateOptions>> = {
  'non-stationary': {},
  'stationary, whole recording': { stationary: true },
  'stationary, lead-in': { stationary: true, profile: { from: 'lead-in', ms: 300 } },
  'stationary, quietest frames': { stationary: true, profile: { from: 'quietest' } },
  'stationary, recorded noise': {
    stationary: true,
    profile: { from: 'recording', audio: { samples: whiteNoise(8000, 0.01, 9), sampleRate: 16000 } },
  },
};

/** Half a second of noise, then speech in the same noise. */
function noisySpeech(): { clean: Float32Array; noisy: Float32Array; sampleRate: number } {
  const { samples, sampleRate } = koreanSpeech();
  const clean = new Float32Array(samples.length + 11025);
  clean.set(samples, 11025);
  return { clean, noisy: sumOf(clean, whiteNoise(clean.length, 0.01)), sampleRate };
}

describe('the noise gate', () => {
  for (const [name, options] of Object.entries(KINDS)) {
    describe(name, () => {
      it('keeps the length and gives finite samples, however short or silent the recording', () => {
        const inputs = [0, 1, 2, 255, 256, 257, 1023, 1024, 5000].flatMap((length) => [
          new Float32Array(length),
          whiteNoise(length, 0.1),
        ]);
        inputs.push(new Float32Array(4000).fill(1), sine(440, 16000, 0.2).map(Math.sign));
        for (const samples of inputs) {
          const out = reduceNoise(samples, 16000, options);
          assert.equal(out.length, samples.length);
          assert.ok(isFiniteEverywhere(out), `${samples.length} samples`);
        }
      });

      it('leaves silence silent, also next to sound', () => {
        assert.ok(reduceNoise(new Float32Array(3000), 16000, options).every((sample) => sample === 0));
        const click = new Float32Array(20000);
        click[3000] = 1;
        const out = reduceNoise(click, 16000, options);
        assert.ok(isFiniteEverywhere(out));
        assert.ok(out.subarray(6000).every((sample) => Math.abs(sample) < 1e-12));
      });

      it('works at any sample rate from 1 to 192 kHz', () => {
        for (const rate of [1000, 4000, 8000, 11025, 44100, 192000]) {
          assert.ok(isFiniteEverywhere(reduceNoise(whiteNoise(3000, 0.1), rate, options)), `${rate} Hz`);
        }
      });

      it('does not change the recording it was given and gives the same result again', () => {
        const { noisy, sampleRate } = noisySpeech();
        const before = noisy.slice();
        const first = reduceNoise(noisy, sampleRate, options);
        assert.deepEqual(noisy, before);
        assert.deepEqual(reduceNoise(noisy, sampleRate, options), first);
      });

      it('removes less with less strength, and nothing with none', () => {
        const { noisy, sampleRate } = noisySpeech();
        const removed = [1, 0.8, 0.4].map((strength) =>
          snrDb(noisy, reduceNoise(noisy, sampleRate, { ...options, strength })),
        );
        assert.ok((removed[0] ?? 0) < (removed[1] ?? 0) && (removed[1] ?? 0) < (removed[2] ?? 0), String(removed));
        assert.deepEqual(reduceNoise(noisy, sampleRate, { ...options, strength: 0 }), noisy);
      });
    });
  }

  const profiles: readonly NoiseProfile[] = [
    { from: 'lead-in', ms: 400 },
    { from: 'quietest' },
    { from: 'recording', audio: { samples: whiteNoise(22050, 0.01, 9), sampleRate: 22050 } },
  ];
  for (const profile of profiles) {
    it(`takes steady noise out before the words and leaves the speech (profile: ${profile.from})`, () => {
      const options = { stationary: true, profile };
      const { clean, noisy, sampleRate } = noisySpeech();
      const out = reduceNoise(noisy, sampleRate, options);
      const lead = rmsOf(out.subarray(2000, 9000));
      assert.ok(lead < 0.3 * rmsOf(noisy.subarray(2000, 9000)), `lead-in ${lead}`);
      const speech = snrDb(clean.subarray(11025, 48000), out.subarray(11025, 48000));
      assert.ok(speech > 12, `speech at ${speech} dB`);
    });
  }

  it('takes more noise out the more deviations it is told to', () => {
    const noise = pinkNoise(32000, 0.05);
    const left = [0, 1.5, 3].map((deviations) => rmsOf(reduceNoise(noise, 16000, { stationary: true, deviations })));
    assert.ok((left[0] ?? 0) > (left[1] ?? 0) && (left[1] ?? 0) > (left[2] ?? 0), String(left));
  });

  it('uses a recording of the noise: another noise gives another result', () => {
    const { noisy, sampleRate } = noisySpeech();
    const by = (audio: { samples: Float32Array; sampleRate: number }): Float32Array =>
      reduceNoise(noisy, sampleRate, { stationary: true, profile: { from: 'recording', audio } });
    const right = by({ samples: whiteNoise(22050, 0.01, 5), sampleRate });
    const wrong = by({ samples: sine(50, 22050, 1, 0.01), sampleRate });
    assert.ok(snrDb(right, wrong) < 30);
    assert.ok(rmsOf(right.subarray(2000, 9000)) < 0.5 * rmsOf(wrong.subarray(2000, 9000)));
  });

  it('does not depend on the volume where it follows the level over time', () => {
    const { noisy, sampleRate } = noisySpeech();
    const loud = reduceNoise(scaled(noisy, 4), sampleRate);
    assert.ok(snrDb(scaled(reduceNoise(noisy, sampleRate), 4), loud) > 110);
  });

  it('smooths the mask or not, as it is told', () => {
    const { noisy, sampleRate } = noisySpeech();
    const plain = reduceNoise(noisy, sampleRate, { stationary: true, smoothHz: 0, smoothMs: 0 });
    const smooth = reduceNoise(noisy, sampleRate, { stationary: true });
    assert.ok(isFiniteEverywhere(plain));
    assert.ok(snrDb(smooth, plain) < 30);
  });

  it('filters long recordings in chunks without a seam', function () {
    this.timeout(20000);
    const samples = sumOf(sine(440, 16000, 45, 0.3), whiteNoise(45 * 16000, 0.01));
    const out = reduceNoise(samples, 16000, { stationary: true, profile: { from: 'quietest' }, strength: 0.5 });
    assert.equal(out.length, samples.length);
    const before = rmsOf(out.subarray(590000, 600000));
    const after = rmsOf(out.subarray(600000, 610000));
    assert.ok(Math.abs(before / after - 1) < 0.02, `${before} and ${after}`);
    const jump = Math.abs((out[600000] ?? 0) - (out[599999] ?? 0));
    assert.ok(jump < 0.12, `a jump of ${jump}`);
  });

  it('handles a chunk of digital silence after speech', function () {
    this.timeout(20000);
    const { samples, sampleRate } = koreanSpeech();
    const padded = new Float32Array(1_300_000);
    padded.set(samples);
    assert.ok(isFiniteEverywhere(reduceNoise(padded, sampleRate)));
  });
});
