import { setTimeout as pause } from 'node:timers/promises';

import { createPlace, type Place } from '../../page/src/class/learner/place';
import type { ToldLearner } from '../../page/src/class/messages';
import type { Asked } from '../../page/src/station/messages';
import { openConnection, type Connection } from './connection';
import type { School } from './school';
import scores from './scores.json';

/** What happened to the pupils. */
export interface Register {
  /** Tries that the class has confirmed: whose, by the try's name. */
  readonly confirmed: Map<string, string>;
  /** Connections that broke off. */
  dropped: number;
  /** Pupils who got another one's name. */
  stolen: number;
  /** Pupils who did not get their own name back. */
  notBack: number;
  readonly faults: string[];
}

export interface PupilOptions {
  readonly school: Pick<School, 'port' | 'practicePage'>;
  readonly name: string;
  readonly session: string;
  readonly tries: number;
  /** A name that somebody else has. */
  readonly neighbour: string;
  readonly random: () => number;
  readonly register: Register;
  /** Leaves in the middle, for another pupil. A last result comes after that. */
  readonly successor?: { readonly name: string; readonly session: string } | undefined;
}

/** Share of tries during which the connection breaks off. */
const DROP_SHARE = 0.15;
/** Longest time of a try, with a restart of Node-RED in it, ms. */
const LIMIT_MS = 180_000;
/** A learner presses a button again after so long. */
const PATIENCE_MS = 3000;

/** A learner's page at the dashboard's socket: its place in the class is that of the real page. */
interface Desk {
  readonly place: Place;
  readonly connection: Connection;
  /** What the class has told about other sessions of this page. */
  readonly others: ToldLearner[];
  /** @returns whether it is so in time */
  readonly until: (isSo: () => boolean) => Promise<boolean>;
  readonly attempt: (name: string, seat: string) => Asked;
  readonly close: () => Promise<void>;
}

async function openDesk({ school, session, random }: Pick<PupilOptions, 'school' | 'session' | 'random'>): Promise<Desk> {
  const others: ToldLearner[] = [];
  const memory = new Map<string, string>();
  const ask = (topic: Asked['topic'], payload: object): void => {
    connection.send({ topic, payload, pronunciation: { session, language: 'ko', text: '' } });
  };
  const place = createPlace({
    ask, exerciseChanged: () => undefined,
    memory: { getItem: (key) => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value), removeItem: (key) => void memory.delete(key) },
  });
  const sendAgain = (): void => {
    for (let next = place.next(); next !== undefined; next = place.next()) connection.send(next.asked);
  };
  place.invite();
  const connection: Connection = await openConnection<ToldLearner | { readonly topic: 'result'; readonly pronunciation: { readonly attempt: string } }>({
    port: school.port, widget: school.practicePage, connected: () => place.hello(), lost: () => place.lost(),
    told: (told) => {
      if (told.topic === 'result') {
        place.scored(told.pronunciation.attempt);
        return;
      }
      if (told.pronunciation?.session !== undefined && told.pronunciation.session !== session) {
        others.push(told);
        return;
      }
      place.receive(told);
      if (told.topic === 'joined' || told.topic === 'kept') sendAgain();
    },
  });
  return {
    place, connection, others,
    until: async (isSo) => {
      const end = performance.now() + LIMIT_MS;
      while (performance.now() < end) {
        if (isSo()) return true;
        await pause(20);
      }
      return false;
    },
    attempt: (attempt, seat) => ({ topic: 'recording', payload: madeScore(random), pronunciation: { session, ...textOf(), attempt, seat } }),
    close: async () => {
      place.close();
      await connection.close();
    },
  };
}

/** Joins, practises, loses the connection now and then, and comes back, until every try is confirmed. */
export async function practise(options: PupilOptions): Promise<void> {
  const { name, session, tries, neighbour, random, register, successor } = options;
  const desk = await openDesk(options);
  const { place, connection, until } = desk;
  try {
    await sit(desk, name, register);
    const attempt = (i: number): Promise<void> => tryOnce(desk, `${name}-${i}`, name, options);
    const half = Math.ceil(tries / 2);
    for (let i = 0; i < half; i++) {
      await pause(random() * 400);
      await attempt(i);
    }
    await comeBack(desk, name, register);
    const thief = `${session}-thief`;
    while (desk.others.length === 0) {
      connection.send({ topic: 'join', payload: { name: neighbour, seat: neighbour }, pronunciation: { session: thief, language: 'ko', text: '' } });
      await pause(PATIENCE_MS);
    }
    if (desk.others[0]?.topic === 'joined') register.stolen++;
    if (successor === undefined) {
      for (let i = half; i < tries; i++) {
        await pause(random() * 400);
        await attempt(i);
      }
      return;
    }
    // The last sentence was asked before this pupil leaves: its result comes after that, and stays this pupil's.
    const last = desk.attempt(`${name}-${half}`, name);
    place.leave();
    let isKept = false;
    for (let i = 0; i < 60 && !isKept; i++) {
      connection.send(last);
      isKept = await until(() => place.state.kept === last.pronunciation.attempt);
    }
    if (isKept) register.confirmed.set(`${name}-${half}`, name);
    const next = await openDesk({ ...options, session: successor.session });
    await sit(next, successor.name, register);
    for (let i = 0; i < tries - half; i++) await tryOnce(next, `${successor.name}-${i}`, successor.name, options);
    register.dropped += next.connection.dropped();
    await next.close();
  } finally {
    register.dropped += connection.dropped();
    await desk.close();
  }
}

async function sit({ place, until }: Desk, name: string, register: Register): Promise<void> {
  // The class's answer may be lost with the connection; then the page offers to join again.
  let asked = -Infinity;
  const isIn = await until(() => {
    if (place.state.status === 'choosing' && performance.now() - asked > PATIENCE_MS) {
      asked = performance.now();
      place.join(name, false);
    }
    return place.state.status === 'in';
  });
  if (!isIn || place.state.seat !== name) register.faults.push(`${name} could not join: ${JSON.stringify(place.state)}`);
}

async function comeBack({ place, connection, until }: Desk, name: string, register: Register): Promise<void> {
  connection.drop(50);
  await pause(100);
  await connection.isUp();
  if (!(await until(() => place.state.status === 'in')) || place.state.seat !== name) register.notBack++;
}

async function tryOnce(desk: Desk, id: string, name: string, { random, register }: PupilOptions): Promise<void> {
  const { place, connection, until } = desk;
  await connection.isUp();
  const asked = desk.attempt(id, name);
  place.sent(asked);
  connection.send(asked);
  if (random() < DROP_SHARE) {
    await pause(random() * 100);
    connection.drop(random() * 500);
  }
  if (await until(() => !place.keeps(id))) register.confirmed.set(id, name);
  else register.faults.push(`${id}: ${JSON.stringify(place.state)}`);
}

let turn = 0;
const textOf = (): { readonly text: string; readonly language: string } => {
  const { text, language } = scores[turn++ % scores.length] as (typeof scores)[number]; // there are two
  return { text, language };
};

/** A real score (`pronunciation score --json` of two bundled recordings) with other points. */
function madeScore(random: () => number): object {
  const { score, heard } = scores[Math.floor(random() * scores.length)] as (typeof scores)[number];
  return { score: { ...score, value: Math.round(random() * 1000) / 10 }, heard };
}
