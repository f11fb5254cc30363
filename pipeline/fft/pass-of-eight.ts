import { twiddles, type Pass } from './passes';

const { SQRT1_2 } = Math;

/** Two transforms of four, of the even and of the odd values, joined: fewer passes over the memory than fours alone. */
export function passOfEight(length: number, stride: number): Pass {
  const table = twiddles(length, 8);
  const eighth = (stride * length) / 4;
  const width = 2 * stride;
  return (from, to) => {
    for (let k = 0, a = 0, first = 0; a < eighth; k += 14, first += 7 * width) {
      for (const end = a + width; a < end; a += 2, first += 2) {
        const b = a + eighth;
        const c = b + eighth;
        const d = c + eighth;
        const e = d + eighth;
        const f = e + eighth;
        const g = f + eighth;
        const h = g + eighth;
        // The even ones.
        let sumRe = (from[a] as number) + (from[e] as number);
        let sumIm = (from[a + 1] as number) + (from[e + 1] as number);
        let apartRe = (from[a] as number) - (from[e] as number);
        let apartIm = (from[a + 1] as number) - (from[e + 1] as number);
        let otherRe = (from[c] as number) + (from[g] as number);
        let otherIm = (from[c + 1] as number) + (from[g + 1] as number);
        let turnedRe = (from[c + 1] as number) - (from[g + 1] as number);
        let turnedIm = (from[g] as number) - (from[c] as number);
        const even0Re = sumRe + otherRe;
        const even0Im = sumIm + otherIm;
        const even1Re = apartRe + turnedRe;
        const even1Im = apartIm + turnedIm;
        const even2Re = sumRe - otherRe;
        const even2Im = sumIm - otherIm;
        const even3Re = apartRe - turnedRe;
        const even3Im = apartIm - turnedIm;
        // The odd ones, turned by 0, 1, 2 and 3 eighths.
        sumRe = (from[b] as number) + (from[f] as number);
        sumIm = (from[b + 1] as number) + (from[f + 1] as number);
        apartRe = (from[b] as number) - (from[f] as number);
        apartIm = (from[b + 1] as number) - (from[f + 1] as number);
        otherRe = (from[d] as number) + (from[h] as number);
        otherIm = (from[d + 1] as number) + (from[h + 1] as number);
        turnedRe = (from[d + 1] as number) - (from[h + 1] as number);
        turnedIm = (from[h] as number) - (from[d] as number);
        const odd0Re = sumRe + otherRe;
        const odd0Im = sumIm + otherIm;
        const odd2Re = sumIm - otherIm;
        const odd2Im = otherRe - sumRe;
        const firstRe = apartRe + turnedRe;
        const firstIm = apartIm + turnedIm;
        const thirdRe = apartRe - turnedRe;
        const thirdIm = apartIm - turnedIm;
        const odd1Re = SQRT1_2 * (firstRe + firstIm);
        const odd1Im = SQRT1_2 * (firstIm - firstRe);
        const odd3Re = SQRT1_2 * (thirdIm - thirdRe);
        const odd3Im = -SQRT1_2 * (thirdRe + thirdIm);
        to[first] = even0Re + odd0Re;
        to[first + 1] = even0Im + odd0Im;
        put(to, first + width, even1Re + odd1Re, even1Im + odd1Im, table, k);
        put(to, first + 2 * width, even2Re + odd2Re, even2Im + odd2Im, table, k + 2);
        put(to, first + 3 * width, even3Re + odd3Re, even3Im + odd3Im, table, k + 4);
        put(to, first + 4 * width, even0Re - odd0Re, even0Im - odd0Im, table, k + 6);
        put(to, first + 5 * width, even1Re - odd1Re, even1Im - odd1Im, table, k + 8);
        put(to, first + 6 * width, even2Re - odd2Re, even2Im - odd2Im, table, k + 10);
        put(to, first + 7 * width, even3Re - odd3Re, even3Im - odd3Im, table, k + 12);
      }
    }
  };
}

/** A value times its twiddle. */
function put(to: Float64Array, at: number, re: number, im: number, table: Float64Array, k: number): void {
  const wRe = table[k] as number;
  const wIm = table[k + 1] as number;
  to[at] = re * wRe - im * wIm;
  to[at + 1] = re * wIm + im * wRe;
}
