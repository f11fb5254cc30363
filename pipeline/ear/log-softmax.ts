/** Natural logarithms of the shares that numbers have of the sum of their exponentials. */
export function logSoftmax(values: ArrayLike<number>): number[] {
  const numbers = Array.from(values);
  const most = Math.max(...numbers);
  const sum = numbers.reduce((all, value) => all + Math.exp(value - most), 0);
  return numbers.map((value) => value - most - Math.log(sum));
}
