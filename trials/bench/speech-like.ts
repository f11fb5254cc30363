/**
 * A synthetic sound similar to speech: four syllables a second, by a voice of 120 Hz with two resonances that move from one
 * syllable to the next. There are 0.2 s of silence at both ends. Each `seed` gives other syllables. Full scale at 1.
 */
export function syllables(seconds: number, seed = 1, sampleRate = 16000): Float32Array {
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (let i = 0; i < samples.length; i += 1) {
    const time = i / sampleRate;
    if (time < EDGE || time > seconds - EDGE) continue;
    const place = (time - EDGE) * PER_SECOND;
    const syllable = Math.floor(place);
    const first = 300 + ((syllable * 7 + seed * 3) % 5) * 120;
    const second = 900 + ((syllable * 11 + seed * 5) % 7) * 250;
    let voice = 0;
    for (let frequency = PITCH; frequency <= 30 * PITCH; frequency += PITCH) {
      const gain = bell(frequency, first, 150) + 0.6 * bell(frequency, second, 250);
      voice += gain * Math.sin(2 * Math.PI * frequency * time);
    }
    samples[i] = 0.12 * Math.sin(Math.PI * (place - syllable)) ** 2 * voice;
  }
  return samples;
}

/** Silence at both ends, s. */
const EDGE = 0.2;
/** Syllables a second. */
const PER_SECOND = 4;
/** Hz. */
const PITCH = 120;

function bell(frequency: number, centre: number, width: number): number {
  return Math.exp(-(((frequency - centre) / width) ** 2));
}
