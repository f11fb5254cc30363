/**
 * One pass of a Stockham transform (the self-sorting form of Cooley and Tukey's, decimated in frequency; Van Loan,
 * "Computational Frameworks for the Fast Fourier Transform", section 1.7): takes one factor off transforms of `length`
 * points, `stride` of which are interleaved. Arrays are interleaved [re, im, ...].
 */
export type Pass = (from: Float64Array, to: Float64Array) => void;

/** exp(-2 pi i r k / length) as [re, im] for each k below `length / factor` and r from 1 to `factor - 1`. */
export function twiddles(length: number, factor: number): Float64Array {
  const table = new Float64Array(2 * (factor - 1) * (length / factor));
  let at = 0;
  for (let k = 0; k < length / factor; k++) {
    for (let r = 1; r < factor; r++) {
      const angle = (-2 * Math.PI * r * k) / length;
      table[at++] = Math.cos(angle);
      table[at++] = Math.sin(angle);
    }
  }
  return table;
}

export function passOfTwo(length: number, stride: number): Pass {
  const table = twiddles(length, 2);
  const half = stride * length;
  const width = 2 * stride;
  return (from, to) => {
    // Twiddles of 1 are worth a loop of their own: in the last pass there are no others.
    for (let a = 0, b = half; a < width; a += 2, b += 2) {
      const aRe = from[a] as number;
      const aIm = from[a + 1] as number;
      const bRe = from[b] as number;
      const bIm = from[b + 1] as number;
      to[a] = aRe + bRe;
      to[a + 1] = aIm + bIm;
      to[a + width] = aRe - bRe;
      to[a + width + 1] = aIm - bIm;
    }
    for (let k = 2, a = width, out = 2 * width; a < half; k += 2, out += width) {
      const wRe = table[k] as number;
      const wIm = table[k + 1] as number;
      for (const end = a + width; a < end; a += 2, out += 2) {
        const aRe = from[a] as number;
        const aIm = from[a + 1] as number;
        const bRe = from[a + half] as number;
        const bIm = from[a + half + 1] as number;
        const re = aRe - bRe;
        const im = aIm - bIm;
        to[out] = aRe + bRe;
        to[out + 1] = aIm + bIm;
        to[out + width] = re * wRe - im * wIm;
        to[out + width + 1] = re * wIm + im * wRe;
      }
    }
  };
}

export function passOfFour(length: number, stride: number): Pass {
  const table = twiddles(length, 4);
  const quarter = (stride * length) / 2;
  const width = 2 * stride;
  return (from, to) => {
    for (let a = 0; a < width; a += 2) {
      const b = a + quarter;
      const c = b + quarter;
      const d = c + quarter;
      const aRe = from[a] as number;
      const aIm = from[a + 1] as number;
      const bRe = from[b] as number;
      const bIm = from[b + 1] as number;
      const cRe = from[c] as number;
      const cIm = from[c + 1] as number;
      const dRe = from[d] as number;
      const dIm = from[d + 1] as number;
      const evenRe = aRe + cRe;
      const evenIm = aIm + cIm;
      const apartRe = aRe - cRe;
      const apartIm = aIm - cIm;
      const oddRe = bRe + dRe;
      const oddIm = bIm + dIm;
      const turnedRe = bIm - dIm;
      const turnedIm = dRe - bRe;
      const second = a + width;
      const third = second + width;
      const fourth = third + width;
      to[a] = evenRe + oddRe;
      to[a + 1] = evenIm + oddIm;
      to[second] = apartRe + turnedRe;
      to[second + 1] = apartIm + turnedIm;
      to[third] = evenRe - oddRe;
      to[third + 1] = evenIm - oddIm;
      to[fourth] = apartRe - turnedRe;
      to[fourth + 1] = apartIm - turnedIm;
    }
    for (let k = 6, a = width, first = 4 * width; a < quarter; k += 6, first += 3 * width) {
      const w1Re = table[k] as number;
      const w1Im = table[k + 1] as number;
      const w2Re = table[k + 2] as number;
      const w2Im = table[k + 3] as number;
      const w3Re = table[k + 4] as number;
      const w3Im = table[k + 5] as number;
      for (const end = a + width; a < end; a += 2, first += 2) {
        const b = a + quarter;
        const c = b + quarter;
        const d = c + quarter;
        const aRe = from[a] as number;
        const aIm = from[a + 1] as number;
        const bRe = from[b] as number;
        const bIm = from[b + 1] as number;
        const cRe = from[c] as number;
        const cIm = from[c + 1] as number;
        const dRe = from[d] as number;
        const dIm = from[d + 1] as number;
        const evenRe = aRe + cRe;
        const evenIm = aIm + cIm;
        const apartRe = aRe - cRe;
        const apartIm = aIm - cIm;
        const oddRe = bRe + dRe;
        const oddIm = bIm + dIm;
        const turnedRe = bIm - dIm;
        const turnedIm = dRe - bRe;
        const re1 = apartRe + turnedRe;
        const im1 = apartIm + turnedIm;
        const re2 = evenRe - oddRe;
        const im2 = evenIm - oddIm;
        const re3 = apartRe - turnedRe;
        const im3 = apartIm - turnedIm;
        const second = first + width;
        const third = second + width;
        const fourth = third + width;
        to[first] = evenRe + oddRe;
        to[first + 1] = evenIm + oddIm;
        to[second] = re1 * w1Re - im1 * w1Im;
        to[second + 1] = re1 * w1Im + im1 * w1Re;
        to[third] = re2 * w2Re - im2 * w2Im;
        to[third + 1] = re2 * w2Im + im2 * w2Re;
        to[fourth] = re3 * w3Re - im3 * w3Im;
        to[fourth + 1] = re3 * w3Im + im3 * w3Re;
      }
    }
  };
}

/** For odd factors, by their definition: sums and differences of the values that mirror each other are shared. */
export function passOfOdd(length: number, stride: number, factor: number): Pass {
  const table = twiddles(length, factor);
  const step = (2 * stride * length) / factor;
  const width = 2 * stride;
  const pairs = (factor - 1) / 2;
  const cos = Float64Array.from({ length: factor }, (_, i) => Math.cos((2 * Math.PI * i) / factor));
  const sin = Float64Array.from({ length: factor }, (_, i) => Math.sin((2 * Math.PI * i) / factor));
  // [re, im] of the sum and [re, im] of the difference of each pair.
  const mirrored = new Float64Array(4 * pairs);
  return (from, to) => {
    for (let k = 0, a = 0, first = 0; a < step; k += 2 * (factor - 1), first += (factor - 1) * width) {
      for (const end = a + width; a < end; a += 2, first += 2) {
        const aRe = from[a] as number;
        const aIm = from[a + 1] as number;
        let sumRe = aRe;
        let sumIm = aIm;
        for (let m = 1; m <= pairs; m++) {
          const left = a + m * step;
          const right = a + (factor - m) * step;
          const at = 4 * (m - 1);
          sumRe += mirrored[at] = (from[left] as number) + (from[right] as number);
          sumIm += mirrored[at + 1] = (from[left + 1] as number) + (from[right + 1] as number);
          mirrored[at + 2] = (from[left] as number) - (from[right] as number);
          mirrored[at + 3] = (from[left + 1] as number) - (from[right + 1] as number);
        }
        to[first] = sumRe;
        to[first + 1] = sumIm;
        for (let r = 1; r <= pairs; r++) {
          let re = aRe;
          let im = aIm;
          let turnedRe = 0;
          let turnedIm = 0;
          for (let m = 0, angle = r; m < 4 * pairs; m += 4) {
            re += (cos[angle] as number) * (mirrored[m] as number);
            im += (cos[angle] as number) * (mirrored[m + 1] as number);
            turnedRe += (sin[angle] as number) * (mirrored[m + 3] as number);
            turnedIm -= (sin[angle] as number) * (mirrored[m + 2] as number);
            angle += r;
            if (angle >= factor) angle -= factor;
          }
          const low = k + 2 * (r - 1);
          const high = k + 2 * (factor - r - 1);
          write(to, first + r * width, re + turnedRe, im + turnedIm, table[low] as number, table[low + 1] as number);
          write(to, first + (factor - r) * width, re - turnedRe, im - turnedIm, table[high] as number, table[high + 1] as number);
        }
      }
    }
  };
}

function write(to: Float64Array, at: number, re: number, im: number, wRe: number, wIm: number): void {
  to[at] = re * wRe - im * wIm;
  to[at + 1] = re * wIm + im * wRe;
}
