/** What a filter bank depends on; frequencies in Hz. A subset of `MelFeatures`. */
export interface FilterBankSettings {
  readonly sampleRate: number;
  readonly fftSize: number;
  readonly bands: number;
  readonly fMin: number;
  readonly fMax: number;
  readonly melScale: 'slaney' | 'htk';
  readonly melNorm: 'slaney' | 'none';
}

/**
 * Triangular filters without their zeros: band b weighs the bins from `starts[b]` on by
 * `weights[offsets[b]]` up to `weights[offsets[b + 1] - 1]`.
 */
export interface MelFilterBank {
  readonly bands: number;
  readonly bins: number;
  readonly starts: Int32Array;
  readonly offsets: Int32Array;
  readonly weights: Float64Array;
}

const SLANEY_BREAK_HZ = 1000;
const SLANEY_BREAK_MEL = 15;
const SLANEY_STEP = Math.log(6.4) / 27;

/** Hz to mel: Slaney's scale is linear below 1 kHz and logarithmic above, HTK's is 2595 log10(1 + f / 700). */
export function hzToMel(hz: number, scale: 'slaney' | 'htk'): number {
  if (scale === 'htk') return 2595 * Math.log10(1 + hz / 700);
  if (hz < SLANEY_BREAK_HZ) return (3 * hz) / 200;
  return SLANEY_BREAK_MEL + Math.log(hz / SLANEY_BREAK_HZ) / SLANEY_STEP;
}

/** The inverse of `hzToMel`. */
export function melToHz(mel: number, scale: 'slaney' | 'htk'): number {
  if (scale === 'htk') return 700 * (10 ** (mel / 2595) - 1);
  if (mel < SLANEY_BREAK_MEL) return (200 * mel) / 3;
  return SLANEY_BREAK_HZ * Math.exp(SLANEY_STEP * (mel - SLANEY_BREAK_MEL));
}

function build(settings: FilterBankSettings): MelFilterBank {
  const { sampleRate, fftSize, bands, fMin, fMax, melScale, melNorm } = settings;
  const bins = Math.floor(fftSize / 2) + 1;
  const lowest = hzToMel(fMin, melScale);
  const step = (hzToMel(fMax, melScale) - lowest) / (bands + 1);
  const corners = Array.from({ length: bands + 2 }, (_, i) => melToHz(lowest + i * step, melScale));
  const starts = new Int32Array(bands);
  const offsets = new Int32Array(bands + 1);
  const weights: number[] = [];
  for (let band = 0; band < bands; band++) {
    const [left = 0, centre = 0, right = 0] = corners.slice(band, band + 3);
    const height = melNorm === 'slaney' ? 2 / (right - left) : 1;
    let started = false;
    for (let bin = 0; bin < bins; bin++) {
      const hz = (bin * sampleRate) / fftSize;
      const weight = Math.min((hz - left) / (centre - left), (right - hz) / (right - centre));
      if (!(weight > 0)) continue;
      if (!started) starts[band] = bin;
      started = true;
      weights.push(weight * height);
    }
    offsets[band + 1] = weights.length;
  }
  return { bands, bins, starts, offsets, weights: Float64Array.from(weights) };
}

const banks = new Map<string, MelFilterBank>();
const KEPT_BANKS = 16;

/**
 * Mel filter bank as librosa.filters.mel: triangles between `bands` + 2 points equally spaced in mel, evaluated at
 * the bin centres; with norm `slaney` each is scaled by 2 / (right - left). Made once for each set of settings.
 * A band narrower than a bin may be empty.
 */
export function melFilterBank(settings: FilterBankSettings): MelFilterBank {
  const { sampleRate, fftSize, bands, fMin, fMax, melScale, melNorm } = settings;
  const key = [sampleRate, fftSize, bands, fMin, fMax, melScale, melNorm].join('/');
  let bank = banks.get(key);
  if (bank === undefined) {
    bank = build(settings);
    if (banks.size >= KEPT_BANKS) banks.clear();
    banks.set(key, bank);
  }
  return bank;
}

/** The filters as a full matrix, row-major band x bin. */
export function denseFilterBank(bank: MelFilterBank): Float32Array {
  const { bands, bins, starts, offsets, weights } = bank;
  const dense = new Float32Array(bands * bins);
  for (let band = 0; band < bands; band++) {
    const offset = offsets[band] ?? 0;
    const row = weights.subarray(offset, offsets[band + 1]);
    dense.set(row, band * bins + (starts[band] ?? 0));
  }
  return dense;
}
