import { clicks, impulseTrain, knocks, metronome } from './knocks';
import { arpeggio, chords, steadyChord, struckChord, tune } from './music';
import { brown, brushing, engine, gusts, hum, pink, white } from './noises';
import { atPeak, inRoom, sound } from './signal';
import { beeps, dialling, steadyTone, steppedTones, sweep, whistle } from './tones';

export { SAMPLE_RATE } from './signal';

/** A sound that is not speech. */
export interface Negative {
  /** What it is; several sounds share it. */
  readonly kind: string;
  readonly seed: number;
  readonly samples: Float32Array;
}

const silence = (seconds: number): Float32Array => sound(seconds, () => 0);

/** A generator for each kind of sound: takes length (s) and seed, returns samples of any level. */
const KINDS: Readonly<Record<string, (seconds: number, seed: number) => Float32Array>> = {
  'white noise': white,
  'pink noise': pink,
  'brown noise': brown,
  hum,
  engine,
  gusts,
  brushing,
  tone: steadyTone,
  'stepped tones': steppedTones,
  sweep,
  beeps,
  whistle,
  'telephone keys': dialling,
  chord: steadyChord,
  'struck chord': struckChord,
  arpeggio,
  chords,
  tune,
  clicks,
  'impulse train': impulseTrain,
  metronome,
  knocks,
  silence,
};

const SECONDS = [3, 1.2];
const PEAKS = [0.5, 0.05];
/** RMS of the room's hiss; 0 is a sound without a room. */
const ROOMS = [0, 0.001];

/** `perKind` sounds of every kind, with two lengths, levels and rooms. The result is the same each time. */
export function negatives(perKind: number): Negative[] {
  return Object.entries(KINDS).flatMap(([kind, make]) =>
    Array.from({ length: perKind }, (_, seed) => {
      const made = make(SECONDS[(seed >> 1) % 2] ?? 3, seed);
      // Digital silence stays silent, or becomes only hiss.
      const loud = kind === 'silence' ? made : atPeak(made, PEAKS[(seed >> 2) % 2] ?? 0.5);
      const room = ROOMS[seed % 2] ?? 0;
      return { kind, seed, samples: room === 0 ? loud : inRoom(loud, room, 1000 + seed) };
    }),
  );
}
