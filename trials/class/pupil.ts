import { setTimeout as pause } from 'node:timers/promises';

import scores from './scores.json';
import { CLASS_PATH } from './flow';

/** The class's answer to a message. */
export interface Answer {
  readonly topic?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Of an error. */
  readonly code?: string;
}

/** What happened to the pupils. */
export interface Register {
  /** Tries that the class has confirmed: whose, by the try's name. */
  readonly confirmed: Map<string, string>;
  /** Connections that broke off before an answer. */
  dropped: number;
  /** Pupils who got another one's name. */
  stolen: number;
  /** Pupils who did not get their own name back. */
  notBack: number;
  readonly faults: string[];
}

export interface PupilOptions {
  readonly address: string;
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

/** Share of requests whose connection breaks off. */
const DROP_SHARE = 0.15;
/** Longest wait for an answer that is not dropped on purpose, ms. */
const LIMIT_MS = 20_000;
const RETRY_MS = 150;

/** Joins, practises, loses the connection now and then, and comes back, until every try is confirmed. */
export async function practise(options: PupilOptions): Promise<void> {
  const { address, name, session, tries, neighbour, random, register, successor } = options;
  const send = (message: object): Promise<Answer> => sendUntilAnswered(address, message, random, register);
  const join = (payload: object, as = session): Promise<Answer> => send({ topic: 'join', payload, pronunciation: { session: as } });
  const attempt = async (i: number, of = { name, session }): Promise<void> => {
    const id = `${of.name}-${i}`;
    const { topic, code } = await send(resultOf(of.session, id, random));
    if (topic === 'kept') register.confirmed.set(id, of.name);
    else register.faults.push(`${id}: ${topic ?? code ?? 'no answer'}`);
  };
  const comeBack = async (): Promise<void> => {
    const back = await join({});
    if (back.payload?.['seat'] !== name) register.notBack++;
  };

  const joined = await join({ name });
  if (joined.payload?.['seat'] !== name) register.faults.push(`${name} could not join: ${JSON.stringify(joined)}`);
  const half = Math.ceil(tries / 2);
  for (let i = 0; i < half; i++) {
    await pause(random() * 400);
    await attempt(i);
    if (random() < 0.1) await comeBack();
  }
  if ((await join({ name: neighbour }, `${session} thief`)).topic === 'joined') register.stolen++;
  if (successor === undefined) {
    await comeBack();
    for (let i = half; i < tries; i++) {
      await pause(random() * 400);
      await attempt(i);
    }
    return;
  }
  await send({ topic: 'leave', pronunciation: { session } });
  await join({ name: successor.name }, successor.session);
  // Its sentence was asked before this pupil left.
  await attempt(half);
  for (let i = 0; i < tries - half; i++) await attempt(i, successor);
}

/** A message as the score node sends it: a real score (`pronunciation score --json` of two bundled recordings) with other points. */
function resultOf(session: string, attempt: string, random: () => number): object {
  const { text, language, score, heard } = scores[Math.floor(random() * scores.length)] as (typeof scores)[number]; // there are two
  const value = Math.round(random() * 1000) / 10;
  return { payload: value, pronunciation: { role: 'learner', session, attempt, text, language, score: { ...score, value }, heard } };
}

/** Sends a message again until an answer comes. Some connections break off on purpose, before or after the class has read it. */
export async function sendUntilAnswered(address: string, message: object, random: () => number, register: Pick<Register, 'dropped'>): Promise<Answer> {
  for (;;) {
    const limit = random() < DROP_SHARE ? Math.round(random() * 200) : LIMIT_MS;
    try {
      const body = JSON.stringify(message);
      const answer = await fetch(`${address}${CLASS_PATH}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, signal: AbortSignal.timeout(limit) });
      // While Node-RED starts, nobody listens at this path.
      if (answer.status !== 404) return (await answer.json()) as Answer;
    } catch {
      register.dropped++;
    }
    await pause(RETRY_MS * (0.5 + random()));
  }
}
