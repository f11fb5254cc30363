import FFT = require('fft.js');
import { measure } from './measure';

/** CPU time of 10,000 real FFTs of 1,024 points by fft.js, ms. It measures the current speed of this machine. */
export async function yardstickMs(): Promise<number> {
  const fft = new FFT(1024);
  const spectrum = new Float64Array(2048);
  const frame = Float64Array.from({ length: 1024 }, (_, i) => Math.sin(i * i));
  const work = (): void => {
    for (let i = 0; i < 10_000; i += 1) fft.realTransform(spectrum, frame);
  };
  const { cpu, wall } = await measure(work, { repeats: 7, warmUp: 2 });
  return (cpu ?? wall).median;
}
