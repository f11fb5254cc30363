/** A voice whose pitch is `hz` at each time (s), with harmonics of the given strengths; a rate of 16 kHz. */
export function sung(seconds: number, hz: (time: number) => number, harmonics: readonly number[] = [1, 0.6, 0.4, 0.3, 0.2], rate = 16000): Float32Array {
  let phase = 0;
  return Float32Array.from({ length: Math.round(seconds * rate) }, (_, i) => {
    phase += (2 * Math.PI * hz(i / rate)) / rate;
    return 0.2 * harmonics.reduce((sum, strength, k) => sum + strength * Math.sin((k + 1) * phase), 0);
  });
}

export function joined(...parts: readonly Float32Array[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => [...part]));
}

export const silent = (seconds: number): Float32Array => new Float32Array(16000 * seconds);
