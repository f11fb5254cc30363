/** Quantile of the normal distribution for 95 %. */
const Z = 1.959964;

/** 95 % interval of a share, `hits` of `count` above 0 (Wilson, 1927). */
export function wilsonInterval(hits: number, count: number): readonly [number, number] {
  const share = hits / count;
  const scale = 1 + (Z * Z) / count;
  const middle = (share + (Z * Z) / (2 * count)) / scale;
  const reach = (Z / scale) * Math.sqrt((share * (1 - share)) / count + (Z * Z) / (4 * count * count));
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)];
}
