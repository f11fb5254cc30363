import FFT = require('fft.js');
import { cpuMs } from './cpu';

/** CPU time of 10,000 real FFTs of 1,024 points by fft.js, ms: how fast this machine is right now. */
export function yardstickMs(): Promise<number> {
  const fft = new FFT(1024);
  const spectrum = new Float64Array(2048);
  const frame = Float64Array.from({ length: 1024 }, (_, i) => Math.sin(i * i));
  return cpuMs(
    () => {
      for (let i = 0; i < 10_000; i += 1) fft.realTransform(spectrum, frame);
    },
    7,
    2,
  );
}
