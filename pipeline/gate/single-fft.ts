const { fround } = Math;

/** Half spectra of many interleaved sub-signals, one row of `width` bins each. */
interface Spectra {
  readonly re: Float32Array;
  readonly im: Float32Array;
}

const SQRT_HALF = fround(Math.SQRT1_2);

/** cos and sin of 2 pi r k / size in single precision, for r = 1, 2, 3 and each k below size / 8. */
function twiddles(size: number): Float32Array {
  const count = Math.max(1, size / 8);
  const table = new Float32Array(6 * count);
  for (let k = 0; k < count; k++) {
    for (let r = 1; r <= 3; r++) {
      table[6 * k + 2 * (r - 1)] = Math.cos((2 * Math.PI * r * k) / size);
      table[6 * k + 2 * (r - 1) + 1] = Math.sin((2 * Math.PI * r * k) / size);
    }
  }
  return table;
}

/**
 * Joins groups of four half spectra of `size` points (rows o, o + rows, o + 2 rows, o + 3 rows) to `rows` half
 * spectra of 4 `size` points. Every sum and product is rounded to single precision, in the order of FFTPACK's real
 * radix-4 step; bins that are the mirror images of others are written where they end up.
 */
function joinFour(from: Spectra, to: Spectra, size: number, rows: number, table: Float32Array): void {
  const width = Math.floor(size / 2) + 1;
  const outWidth = 2 * size + 1;
  const { re, im } = from;
  for (let row = 0; row < rows; row++) {
    const a = row * width;
    const b = (row + rows) * width;
    const c = (row + 2 * rows) * width;
    const d = (row + 3 * rows) * width;
    const out = row * outWidth;
    const oddSum = fround((re[d] as number) + (re[b] as number));
    const evenSum = fround((re[a] as number) + (re[c] as number));
    to.re[out] = evenSum + oddSum;
    to.im[out] = 0;
    to.re[out + 2 * size] = evenSum - oddSum;
    to.im[out + 2 * size] = 0;
    to.re[out + size] = (re[a] as number) - (re[c] as number);
    to.im[out + size] = (re[d] as number) - (re[b] as number);
    if (size % 2 === 0) {
      const h = size / 2;
      const sum = fround(-SQRT_HALF * fround((re[b + h] as number) + (re[d + h] as number)));
      const difference = fround(SQRT_HALF * fround((re[b + h] as number) - (re[d + h] as number)));
      to.re[out + h] = (re[a + h] as number) + difference;
      to.im[out + h] = sum - (re[c + h] as number);
      to.re[out + size + h] = (re[a + h] as number) - difference;
      to.im[out + size + h] = sum + (re[c + h] as number);
    }
    for (let k = 1; 2 * k < size; k++) {
      const t = 6 * k;
      const c1 = table[t] as number;
      const s1 = table[t + 1] as number;
      const c2 = table[t + 2] as number;
      const s2 = table[t + 3] as number;
      const c3 = table[t + 4] as number;
      const s3 = table[t + 5] as number;
      const bRe = fround(fround(c1 * (re[b + k] as number)) + fround(s1 * (im[b + k] as number)));
      const bIm = fround(fround(c1 * (im[b + k] as number)) - fround(s1 * (re[b + k] as number)));
      const cRe = fround(fround(c2 * (re[c + k] as number)) + fround(s2 * (im[c + k] as number)));
      const cIm = fround(fround(c2 * (im[c + k] as number)) - fround(s2 * (re[c + k] as number)));
      const dRe = fround(fround(c3 * (re[d + k] as number)) + fround(s3 * (im[d + k] as number)));
      const dIm = fround(fround(c3 * (im[d + k] as number)) - fround(s3 * (re[d + k] as number)));
      const oddRe = fround(dRe + bRe);
      const oddIm = fround(bIm + dIm);
      const turnedRe = fround(bIm - dIm);
      const turnedIm = fround(dRe - bRe);
      const evenRe = fround((re[a + k] as number) + cRe);
      const evenIm = fround((im[a + k] as number) + cIm);
      const apartRe = fround((re[a + k] as number) - cRe);
      const apartIm = fround((im[a + k] as number) - cIm);
      to.re[out + k] = evenRe + oddRe;
      to.im[out + k] = oddIm + evenIm;
      to.re[out + 2 * size - k] = evenRe - oddRe;
      to.im[out + 2 * size - k] = oddIm - evenIm;
      to.re[out + size + k] = apartRe + turnedRe;
      to.im[out + size + k] = turnedIm + apartIm;
      to.re[out + size - k] = apartRe - turnedRe;
      to.im[out + size - k] = turnedIm - apartIm;
    }
  }
}

/**
 * Real Fourier transform in single precision for a `size` that is a power of four, with the rounding of NumPy's and
 * SciPy's transform of float32. Where a recording has nothing (above the band of a resampled one) the level that a
 * noise profile measures IS this rounding, so a threshold can only be reproduced with it. The returned function
 * takes `size` samples and gives the spectrum of size / 2 + 1 bins, to be read before the next call.
 */
export function singlePrecisionFft(size: number): (frame: Float32Array) => Spectra {
  const tables: Float32Array[] = [];
  for (let points = 1; points < size; points *= 4) tables.push(twiddles(4 * points));
  const make = (): Spectra => ({ re: new Float32Array(size), im: new Float32Array(size) });
  const buffers: [Spectra, Spectra] = [make(), make()];
  return (frame) => {
    let [from, to] = buffers;
    from.re.set(frame);
    from.im.fill(0);
    let points = 1;
    for (const table of tables) {
      joinFour(from, to, points, size / (4 * points), table);
      points *= 4;
      [from, to] = [to, from];
    }
    return from;
  };
}
