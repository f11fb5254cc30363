import { roleOf } from '../../../../language/korean/phones';
import type { Group } from '../../../../pipeline/ear/contrasts/groups';
import type { Cut } from './splice';

/** Seconds. */
export interface TimedPhone {
  readonly symbol: string;
  readonly start: number;
  readonly end: number;
}

export interface Recorded {
  readonly id: string;
  readonly speaker: string;
  /** Recordings of one part were not learned from by the same graph. */
  readonly part: string;
  readonly samples: Float32Array;
  readonly phones: readonly TimedPhone[];
}

interface Side {
  readonly recording: Recorded;
  readonly symbol: string;
  readonly cut: Cut;
  /** The vowel that is made as loud as the other's. */
  readonly level: Cut;
}

/** A sound that is replaced by another one of its contrast. */
export interface Splice {
  readonly kind: 'sound' | 'with-vowel';
  readonly target: Side;
  readonly donor: Side;
  /** Of the sound among the phones of its recording. */
  readonly place: number;
}

interface Place {
  readonly recording: Recorded;
  readonly place: number;
}

/** Sounds follow one another where less time lies between. */
const GAP = 0.02;

/**
 * At most `most` sounds of each row of a contrast, spread over the recordings, each replaced by another sound of its row beside the same
 * neighbour, of the same speaker and part; a consonant alone and with its vowel.
 */
export function donorsOf(recordings: readonly Recorded[], { rows }: Group, most: number): Splice[] {
  const places = recordings.flatMap((recording) => recording.phones.map((_, place): Place => ({ recording, place })));
  const pairs = rows.flatMap((row) => {
    const own = places.filter((place) => row.includes(symbolOf(place)) && neighbourOf(place) !== undefined);
    const found = own.flatMap((target) =>
      row.flatMap((other) => {
        const donor = own.find((candidate) => symbolOf(candidate) === other && other !== symbolOf(target) && fits(target, candidate));
        return donor === undefined ? [] : [{ target, donor }];
      }),
    );
    const every = Math.max(1, found.length / most);
    return Array.from({ length: Math.min(most, found.length) }, (_, i) => found[Math.floor(i * every)] as (typeof found)[number]);
  });
  return pairs.flatMap(({ target, donor }) => {
    const kinds = isVowel(symbolOf(target)) ? (['sound'] as const) : (['sound', 'with-vowel'] as const);
    return kinds.map((kind) => ({ kind, place: target.place, target: side(target, kind), donor: side(donor, kind) }));
  });
}

function fits(target: Place, donor: Place): boolean {
  const [own, other] = [target, donor].map((place) => neighbourOf(place)?.symbol);
  return target.recording.speaker === donor.recording.speaker && target.recording.part === donor.recording.part && own === other;
}

function side(place: Place, kind: Splice['kind']): Side {
  const { recording } = place;
  const phone = recording.phones[place.place] as TimedPhone;
  const neighbour = neighbourOf(place) as TimedPhone;
  const { samples } = recording;
  const start = kind === 'sound' ? phone.start : Math.min(phone.start, neighbour.start);
  const end = kind === 'sound' ? phone.end : Math.max(phone.end, neighbour.end);
  return { recording, symbol: phone.symbol, cut: { samples, start, end }, level: { samples, start: neighbour.start, end: neighbour.end } };
}

/** The vowel of an onset or a coda, the onset of a vowel. */
function neighbourOf({ recording: { phones }, place }: Place): TimedPhone | undefined {
  const phone = phones[place] as TimedPhone;
  const [before, after] = [phones[place - 1], phones[place + 1]];
  if (isVowel(phone.symbol) || roleOf(phone.symbol) === 'coda') return before !== undefined && phone.start - before.end < GAP ? before : undefined;
  return after !== undefined && after.start - phone.end < GAP && isVowel(after.symbol) ? after : undefined;
}

function symbolOf({ recording, place }: Place): string {
  return recording.phones[place]?.symbol ?? '';
}

function isVowel(symbol: string): boolean {
  return roleOf(symbol) === 'nucleus';
}
