import assert from 'node:assert/strict';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { denseFilterBank, hzToMel, melFilterBank, melToHz } from '../../pipeline/mel-filterbank';

describe('the mel filter bank', () => {
  for (const scale of ['slaney', 'htk'] as const) {
    it(`converts between Hz and ${scale} mel and back`, () => {
      for (const hz of [0, 60, 999, 1000, 1001, 8000]) assert.ok(Math.abs(melToHz(hzToMel(hz, scale), scale) - hz) < 1e-9);
    });
  }

  it('knows the fixed points of both scales', () => {
    assert.equal(hzToMel(1000, 'slaney'), 15);
    assert.ok(Math.abs(hzToMel(6400, 'slaney') - 42) < 1e-9);
    assert.ok(Math.abs(hzToMel(700, 'htk') - 2595 * Math.log10(2)) < 1e-9);
  });

  it('has triangles that touch, so that every frequency between the outer centres has weight one in total', () => {
    const bank = melFilterBank({ ...DEFAULT_FEATURES, fftSize: 4096 });
    const dense = denseFilterBank(bank);
    for (let bin = 40; bin < 1850; bin++) {
      let sum = 0;
      for (let band = 0; band < bank.bands; band++) sum += dense[band * bank.bins + bin] ?? 0;
      assert.ok(Math.abs(sum - 1) < 1e-6, `bin ${bin}: ${sum}`);
    }
  });

  it('gives each band the same area with the norm slaney', () => {
    const settings = { ...DEFAULT_FEATURES, fftSize: 16384, melNorm: 'slaney' } as const;
    const bank = melFilterBank(settings);
    const dense = denseFilterBank(bank);
    for (let band = 0; band < bank.bands; band++) {
      const sum = dense.subarray(band * bank.bins, (band + 1) * bank.bins).reduce((a, b) => a + b, 0);
      assert.ok(Math.abs((sum * settings.sampleRate) / settings.fftSize - 1) < 0.01, `band ${band}: ${sum}`);
    }
  });

  it('leaves a band empty that is narrower than a bin', () => {
    const bank = melFilterBank({ ...DEFAULT_FEATURES, sampleRate: 22050, fMin: 0, fMax: 11025, bands: 128 });
    const dense = denseFilterBank(bank);
    assert.ok(dense.subarray(0, bank.bins).every((weight) => weight === 0));
    assert.ok(dense.some((weight) => weight > 0));
  });
});
