import type { Contour } from '../facts';
import { runsOf, type Stretch } from './runs';

/** The parts of a recording in which somebody speaks, in moments of its contour. */
export interface Sounds {
  /** From the first to the last sound; null where there is none. */
  readonly speech: Stretch | null;
  /** Silences inside of it that are long enough to be heard as pauses. */
  readonly pauses: readonly Stretch[];
}

/** A shorter silence may be that of a consonant (Goldman-Eisler 1968). */
const PAUSE_MS = 250;
/** A shorter sound is a click. */
const SOUND_MS = 50;
/** From the loudest: what lies below is silent (de Jong & Wempe 2009). */
const SILENT_DB = -25;
/** In a noisy room silence is as loud as the room: so much above the quietest moments, and so much below the loudest at least. */
const ROOM_DB = 6;
const LEAST_RANGE_DB = 15;

/** The level below which a moment without a pitch is silent, dB. */
export function silenceLevel({ db }: Pick<Contour, 'db'>): number {
  const rising = [...db].sort((a, b) => a - b);
  const at = (share: number): number => rising[Math.floor(share * (rising.length - 1))] ?? -Infinity;
  const loudest = at(0.99);
  return Math.max(loudest + SILENT_DB, Math.min(at(0.05) + ROOM_DB, loudest - LEAST_RANGE_DB));
}

export function findSounds(contour: Contour): Sounds {
  const { hz, db, hopMs } = contour;
  const least = silenceLevel(contour);
  const isSound = hz.map((pitch, i) => pitch !== null || (db[i] as number) > least);
  const sounds = runsOf(isSound).filter(({ start, end }) => (end - start) * hopMs >= SOUND_MS && hz.slice(start, end).some((pitch) => pitch !== null));
  const [first, last] = [sounds[0], sounds.at(-1)];
  if (first === undefined || last === undefined) return { speech: null, pauses: [] };
  const gaps = runsOf(isSound.map((sound) => !sound)).filter(({ start, end }) => start >= first.start && end <= last.end);
  return { speech: { start: first.start, end: last.end }, pauses: gaps.filter(({ start, end }) => (end - start) * hopMs >= PAUSE_MS) };
}
