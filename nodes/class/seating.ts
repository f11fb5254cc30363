import type { JoinRecord, LeaveRecord, Seat } from './records';

export type Places = 'seats' | 'names';

/** Why a learner does not get a seat. Each has a sentence in the catalogue. */
export const REFUSALS = ['noSession', 'noSeat', 'noName', 'seatTaken', 'nameTaken', 'classFull'] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface SeatingOptions {
  readonly places: Places;
  /** Number of seats, or of names at the same time. */
  readonly seats: number;
  /** A learner who has not been seen for so long loses the right to the seat. */
  readonly awayMs: number;
}

/** A session and the seat it has, or had last. */
interface Sitting {
  readonly session: string;
  readonly seat: Seat;
  readonly consent: boolean;
  readonly hasLeft: boolean;
  /** The seats that this session has had, the newest last. */
  readonly had: readonly Seat[];
  seenAt: number;
}

/** How long after its last message a learner counts as connected, ms. A page that sends `join` every 20 s may miss two. */
export const CONNECTED_MS = 65_000;
/** Sessions that are remembered. Beyond that the one seen longest ago is forgotten, and its later results have no seat. */
const MAX_SESSIONS = 2000;
const MAX_HAD = 8;
/** Longest name, characters. */
const MAX_NAME = 40;

/** Who has which seat. */
export interface Seating {
  /** The seat that a learner asks for; null where the seat or the name is missing or wrong. A session that names none gets the
   *  seat back that it had. */
  readonly wanted: (session: string, asked: unknown) => Seat | null;
  /** Why the session can't have this seat now; undefined where it can. */
  readonly refusal: (session: string, seat: Seat, now: number) => Refusal | undefined;
  readonly join: (record: JoinRecord) => void;
  readonly leave: (record: LeaveRecord) => void;
  /** Gives every learner of before a restart the whole time to come back to the seat. */
  readonly resume: (now: number) => void;
  /** Notes that a message of the session came. */
  readonly see: (session: string, now: number) => void;
  readonly of: (session: string) => Readonly<Sitting> | undefined;
  /** Whether the session has its seat now: it has not left, and nobody else has taken the seat. */
  readonly holds: (session: string) => boolean;
  /** The seat of a result: the one that its message names if this session has had it, else the session's newest. Null for an
   *  unknown session, or where the message names a seat that this session never had. */
  readonly seatOf: (session: string, named: unknown) => Seat | null;
  /** Numbers of the seats that anybody could take now; null where names are used. */
  readonly free: (now: number) => readonly number[] | null;
  /** Seats that are taken, with the state of each. */
  readonly taken: (now: number) => readonly { readonly seat: Seat; readonly isConnected: boolean; readonly consent: boolean }[];
  /** The records that make the same seating. */
  readonly records: () => readonly (JoinRecord | LeaveRecord)[];
}

export function createSeating({ places, seats, awayMs }: SeatingOptions): Seating {
  /** By session, the one that joined longest ago first. */
  const sittings = new Map<string, Sitting>();
  const holders = new Map<string, string>();
  let resumedAt = -Infinity;

  const holderOf = (seat: Seat): Sitting | undefined => {
    const holder = sittings.get(holders.get(keyOf(seat)) ?? '');
    return holder?.hasLeft === false && keyOf(holder.seat) === keyOf(seat) ? holder : undefined;
  };
  const keeps = (sitting: Sitting, now: number): boolean => now - Math.max(sitting.seenAt, resumedAt) < awayMs;
  const isFree = (seat: Seat, session: string, now: number): boolean => {
    const holder = holderOf(seat);
    return holder === undefined || holder.session === session || !keeps(holder, now);
  };
  const held = (): readonly Sitting[] => [...sittings.values()].filter((sitting) => holderOf(sitting.seat) === sitting);

  function forgetOldest(): void {
    const oldest = [...sittings.values()].reduce((old, one) => (one.seenAt < old.seenAt ? one : old));
    sittings.delete(oldest.session);
  }

  return {
    wanted: (session, asked) => {
      const own = asked === undefined || asked === null || asked === '' ? sittings.get(session)?.seat : asked;
      return places === 'seats' ? seatNumber(own, seats) : learnerName(own);
    },
    refusal: (session, seat, now) => {
      if (!isFree(seat, session, now)) return places === 'seats' ? 'seatTaken' : 'nameTaken';
      const others = held().filter((sitting) => sitting.session !== session && keeps(sitting, now));
      return places === 'names' && others.length >= seats ? 'classFull' : undefined;
    },
    join: ({ at, session, seat, consent }) => {
      const had = [...(sittings.get(session)?.had ?? []).filter((one) => one !== seat), seat].slice(-MAX_HAD);
      if (!sittings.has(session) && sittings.size >= MAX_SESSIONS) forgetOldest();
      sittings.delete(session);
      sittings.set(session, { session, seat, consent, hasLeft: false, had, seenAt: at });
      holders.set(keyOf(seat), session);
    },
    leave: ({ session }) => {
      const sitting = sittings.get(session);
      if (sitting !== undefined) sittings.set(session, { ...sitting, hasLeft: true });
    },
    resume: (now) => void (resumedAt = now),
    see: (session, now) => {
      const sitting = sittings.get(session);
      if (sitting !== undefined) sitting.seenAt = now;
    },
    of: (session) => sittings.get(session),
    holds: (session) => {
      const sitting = sittings.get(session);
      return sitting !== undefined && holderOf(sitting.seat) === sitting;
    },
    seatOf: (session, named) => {
      const sitting = sittings.get(session);
      if (named === undefined || named === null) return sitting?.seat ?? null;
      return sitting?.had.find((seat) => seat === named || seat === numberAsSeat(named)) ?? null;
    },
    free: (now) => {
      if (places === 'names') return null;
      return Array.from({ length: seats }, (_, i) => i + 1).filter((seat) => isFree(String(seat), '', now));
    },
    taken: (now) => held().map(({ seat, seenAt, consent }) => ({ seat, consent, isConnected: now - seenAt < CONNECTED_MS })),
    records: () => {
      const all = [...sittings.values()];
      const join = ({ session, consent, seenAt: at }: Sitting, seat: Seat): JoinRecord => ({ kind: 'join', at, session, seat, consent });
      // First the seats that were given up: others may have them now.
      const earlier = all.flatMap((sitting) => sitting.had.filter((seat) => seat !== sitting.seat).map((seat) => join(sitting, seat)));
      const newest = all.flatMap((sitting) => {
        const { session, seat, seenAt: at, hasLeft } = sitting;
        return [join(sitting, seat), ...(hasLeft ? [{ kind: 'leave', at, session } satisfies LeaveRecord] : [])];
      });
      return [...earlier, ...newest];
    },
  };
}

/** Two spellings of a name that a reader takes for the same. */
const keyOf = (seat: Seat): string => seat.normalize('NFKC').toLowerCase();

function seatNumber(asked: unknown, seats: number): Seat | null {
  const number = typeof asked === 'string' && /^\d{1,3}$/.test(asked.trim()) ? Number(asked) : asked;
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= seats ? String(number) : null;
}

const numberAsSeat = (named: unknown): Seat | null => (typeof named === 'number' ? String(named) : null);

function learnerName(asked: unknown): Seat | null {
  if (typeof asked !== 'string') return null;
  const name = asked.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}]/gu, '').replace(/\s+/g, ' ').trim();
  return name === '' || [...name].length > MAX_NAME ? null : name;
}
