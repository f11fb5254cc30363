import assert from 'node:assert/strict';
import { fineSpectrum } from '../../../pipeline/speech/fine-spectrum';
import { koreanSpeech, scaled, sine, sumOf, whiteNoise } from '../signals';

describe('the fine spectrum', () => {
  it('has the width of its window for a tone, at any sample rate', () => {
    for (const rate of [8000, 16000, 22050, 48000]) {
      const { widthHz, steadyShare } = fineSpectrum(sine(1000, rate, 1), rate);
      assert.ok(widthHz > 30 && widthHz < 45, `${rate} Hz: ${widthHz}`);
      assert.equal(steadyShare, 1);
    }
  });

  it('fills half of the range for white noise, in which nothing stands still', () => {
    for (const rate of [8000, 16000, 48000]) {
      const { width, steadyShare } = fineSpectrum(whiteNoise(rate, 0.1), rate);
      assert.ok(width > 0.42 && width < 0.6, `${rate} Hz: ${width}`);
      assert.ok(steadyShare < 0.05);
    }
  });

  it('lies between them for speech, whatever its volume', () => {
    const { samples, sampleRate } = koreanSpeech();
    const loud = fineSpectrum(samples, sampleRate);
    assert.ok(loud.widthHz > 80 && loud.width < 0.3 && loud.steadyShare < 0.4, JSON.stringify(loud));
    const quiet = fineSpectrum(scaled(samples, 0.01), sampleRate);
    assert.ok(Math.abs(quiet.widthHz - loud.widthHz) < 1e-3 * loud.widthHz);
  });

  it('sees that a chord stands still', () => {
    const chord = [220, 277, 330].map((hz) => sine(hz, 16000, 1, 0.1)).reduce(sumOf);
    assert.ok(fineSpectrum(chord, 16000).steadyShare > 0.9);
  });

  it('is all zero for silence and for nothing', () => {
    for (const length of [0, 16000]) {
      assert.deepEqual(fineSpectrum(new Float32Array(length), 16000), { widthHz: 0, width: 0, steadyShare: 0 });
    }
  });
});
