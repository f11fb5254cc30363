import assert from 'node:assert/strict';
import { measureNoise } from '../../pipeline/snr';
import { koreanSpeech, pinkNoise, rmsOf, scaled, sumOf, whiteNoise } from './signals';

describe('the noise measure', () => {
  const { samples, sampleRate } = koreanSpeech();
  // Without the digital silence at its end.
  const speech = samples.subarray(0, 37000);

  for (const wanted of [25, 15, 5]) {
    for (const [name, noise] of [
      ['white', whiteNoise(speech.length, 1)],
      ['pink', pinkNoise(speech.length, 1)],
    ] as const) {
      it(`is within 4 dB of the truth for ${name} noise at ${wanted} dB`, () => {
        const gain = rmsOf(speech) / rmsOf(noise) / 10 ** (wanted / 20);
        const { snrDb, light } = measureNoise(sumOf(speech, scaled(noise, gain)), sampleRate);
        assert.ok(Math.abs(snrDb - wanted) <= 4, `${snrDb} dB`);
        assert.equal(light, wanted === 25 ? 'green' : wanted === 15 ? 'amber' : 'red');
      });
    }
  }

  it('does not depend on the volume', () => {
    const noisy = sumOf(speech, whiteNoise(speech.length, 0.01));
    const quiet = measureNoise(scaled(noisy, 0.01), sampleRate).snrDb;
    assert.ok(Math.abs(quiet - measureNoise(noisy, sampleRate).snrDb) < 0.01);
  });

  it('is red for noise alone, at any level and length', () => {
    for (const rms of [0.3, 0.001]) {
      for (const seconds of [0.3, 1, 3]) {
        const { snrDb, light } = measureNoise(whiteNoise(16000 * seconds, rms), 16000);
        assert.equal(light, 'red');
        assert.ok(snrDb < 0, `${snrDb} dB`);
      }
    }
  });

  it('is green for clean speech with digital silence around it', () => {
    assert.deepEqual(measureNoise(samples, sampleRate).light, 'green');
  });

  it('is a finite number for silence, an empty recording, one sample and a constant', () => {
    for (const input of [new Float32Array(16000), new Float32Array(0), Float32Array.of(1), new Float32Array(9000).fill(0.5)]) {
      const { snrDb, light } = measureNoise(input, 16000);
      assert.ok(Number.isFinite(snrDb));
      assert.ok(['red', 'amber', 'green'].includes(light));
    }
    assert.deepEqual(measureNoise(new Float32Array(16000), 16000), { snrDb: 0, light: 'red' });
  });
});
