import { pick, seededRandom, type Random } from '../../../base/random';
import { gaussian, SAMPLE_RATE, sound } from './signal';

/** Semitones of a major and a minor triad above its root. */
const TRIADS = [[0, 4, 7], [0, 3, 7]] as const;
const SCALE = [0, 2, 4, 5, 7, 9, 11, 12];
/** Amplitudes of the partials: a plucked or struck string. */
const PARTIALS = [1, 0.5, 0.33, 0.2, 0.12, 0.08];

const hzOf = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

interface Note {
  readonly midi: number;
  readonly start: number;
  readonly seconds: number;
  /** Time constant of the decay, s; none for an organ. */
  readonly decay?: number;
}

function play(seconds: number, notes: readonly Note[]): Float32Array {
  const out = new Float32Array(Math.round(seconds * SAMPLE_RATE));
  for (const { midi, start, seconds: length, decay } of notes) {
    const from = Math.round(start * SAMPLE_RATE);
    const count = Math.min(out.length - from, Math.round(length * SAMPLE_RATE));
    for (let i = 0; i < count; i += 1) {
      const time = i / SAMPLE_RATE;
      const edge = Math.min(1, time / 0.005, (length - time) / 0.02);
      const gain = edge * (decay === undefined ? 1 : Math.exp(-time / decay));
      let value = 0;
      for (const [k, amplitude] of PARTIALS.entries()) {
        const hz = hzOf(midi) * (k + 1);
        // Higher partials of a string decay faster.
        const damped = decay === undefined ? 1 : Math.exp((-k * time) / (2 * decay));
        if (hz < SAMPLE_RATE / 2) value += amplitude * damped * Math.sin(2 * Math.PI * hz * time);
      }
      out[from + i] = (out[from + i] ?? 0) + gain * value;
    }
  }
  return out;
}

const triad = (random: Random): number[] => {
  const root = 48 + Math.floor(random() * 18);
  return pick(TRIADS, random).map((step) => root + step);
};

/** An organ's chord. */
export function steadyChord(seconds: number, seed: number): Float32Array {
  return play(seconds, triad(seededRandom(seed)).map((midi) => ({ midi, start: 0, seconds })));
}

/** A piano's chord, struck once and left to ring. */
export function struckChord(seconds: number, seed: number): Float32Array {
  return play(seconds, triad(seededRandom(seed)).map((midi) => ({ midi, start: 0, seconds, decay: 0.6 })));
}

/** An arpeggio: the notes of a chord one after the other, with decay, four to eight a second. */
export function arpeggio(seconds: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const perSecond = 4 + 4 * random();
  const chord = triad(random);
  const notes = Array.from({ length: Math.floor(seconds * perSecond) }, (_, i) => ({
    midi: (chord[i % 3] ?? 60) + 12 * (Math.floor(i / 3) % 2),
    start: i / perSecond,
    seconds: 0.6,
    decay: 0.2,
  }));
  return play(seconds, notes);
}

/** A series of strummed chords with decay, two to three a second. */
export function chords(seconds: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const perSecond = 2 + random();
  const notes = Array.from({ length: Math.floor(seconds * perSecond) }, (_, i) =>
    triad(random).map((midi, k) => ({ midi, start: i / perSecond + 0.01 * k, seconds: 0.45, decay: 0.25 })),
  );
  return play(seconds, notes.flat());
}

/** A tune with a bass and a drum. */
export function tune(seconds: number, seed: number): Float32Array {
  const random = seededRandom(seed);
  const beat = 0.2 + 0.1 * random();
  const beats = Array.from({ length: Math.floor(seconds / beat) }, (_, i) => i * beat);
  const melody = beats.map((start) => ({ midi: 64 + pick(SCALE, random), start, seconds: beat, decay: 0.3 }));
  const bass = beats.map((start, i) => ({ midi: 40 + (i % 4 < 2 ? 0 : 5), start, seconds: beat, decay: 0.2 }));
  const noise = gaussian(seed);
  const drum = sound(seconds, (time) => noise() * Math.exp(-((time + beat) % (2 * beat)) / 0.03));
  const strings = play(seconds, [...melody, ...bass]);
  return strings.map((value, i) => value + 0.6 * (drum[i] ?? 0));
}
