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
 * Triangular filters without their zeros. The corners of all triangles cut the bins into `bands` + 1 segments: segment
 * s has the bins from `edges[s]` up to, not including, `edges[s + 1]`, where band s rises with the weights `rising[bin]`
 * and band s - 1 falls with `falling[bin]`.
 */
export interface MelFilterBank {
  readonly bands: number;
  readonly bins: number;
  /** bands + 2 values. */
  readonly edges: Int32Array;
  /** 0 outside of the segments and in the last one. */
  readonly rising: Float64Array;
  /** 0 outside of the segments and in the first one. */
  readonly falling: Float64Array;
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
  const heights = corners.slice(0, bands).map((left, band) => (melNorm === 'slaney' ? 2 / ((corners[band + 2] as number) - left) : 1));
  const binAt = (hz: number): number => Math.min(bins, Math.max(0, Math.ceil((hz * fftSize) / sampleRate)));
  const edges = Int32Array.from(corners, binAt);
  const rising = new Float64Array(bins);
  const falling = new Float64Array(bins);
  for (let segment = 0; segment <= bands; segment++) {
    const [left = 0, right = 0] = corners.slice(segment, segment + 2);
    for (let bin = edges[segment] as number; bin < (edges[segment + 1] as number); bin++) {
      const hz = (bin * sampleRate) / fftSize;
      rising[bin] = Math.max(0, (hz - left) / (right - left)) * (heights[segment] ?? 0);
      falling[bin] = Math.max(0, (right - hz) / (right - left)) * (heights[segment - 1] ?? 0);
    }
  }
  return { bands, bins, edges, rising, falling };
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
  const { bands, bins, edges, rising, falling } = bank;
  const dense = new Float32Array(bands * bins);
  for (let band = 0; band < bands; band++) {
    const [left = 0, centre = 0, right = 0] = edges.subarray(band, band + 3);
    dense.set(rising.subarray(left, centre), band * bins + left);
    dense.set(falling.subarray(centre, right), band * bins + centre);
  }
  return dense;
}
