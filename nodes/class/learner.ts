import type { NodeMessage } from 'node-red';

import { PronError } from '../../base/errors';
import { MAX_WAV_BYTES } from '../../pipeline/wav';
import { bytesOf } from '../lib/audio-bytes';
import { isPlainObject, pronunciationOf } from '../lib/facts';
import { sessionOf } from '../lib/session';
import type { ResultRecord } from './records';
import { measuredIn } from './result-of';
import type { Refusal } from './seating';
import type { ClassSettings } from './settings';
import type { ClassStore } from './store';

/** What a learner's page is told. */
export type LearnerAnswer =
  | { readonly topic: 'joined'; readonly payload: object }
  | { readonly topic: 'left'; readonly payload: object }
  | { readonly topic: 'kept'; readonly payload: { readonly id: number } }
  | { readonly topic: 'refused'; readonly reason: Refusal; readonly free: readonly number[] | null; readonly recordings: boolean };

/** How a class handles its learners' messages. */
export interface LearnerTopics {
  readonly join: (msg: NodeMessage) => Promise<LearnerAnswer>;
  readonly leave: (msg: NodeMessage) => Promise<LearnerAnswer>;
  /** Keeps what a score node sent. A try that came before is not kept again. */
  readonly result: (msg: NodeMessage) => Promise<LearnerAnswer>;
}

/** Longest name of a try, characters. */
const MAX_ATTEMPT = 200;
/** Tries that a page may ask for at a time. */
const MAX_ASKED = 100;
/** Recordings that a class keeps. Of later results only the numbers are kept. */
export const MAX_RECORDINGS = 2000;
/** Results that a class keeps. */
export const MAX_RESULTS = 50_000;

const keyOf = (session: string, attempt: string): string => `${session}\n${attempt}`;

export function learnerTopics(store: ClassStore, settings: ClassSettings): LearnerTopics {
  /** Results that are being written, by session and try. */
  const underWay = new Map<string, Promise<LearnerAnswer>>();
  const seating = (): ReturnType<ClassStore['state']>['seating'] => store.state().seating;

  const refused = (reason: Refusal): LearnerAnswer => ({ topic: 'refused', reason, free: seating().free(Date.now()), recordings: settings.recordings });

  async function join(msg: NodeMessage): Promise<LearnerAnswer> {
    if (pronunciationOf(msg)['session'] === undefined) return refused('noSession');
    const session = sessionOf(msg);
    const { seat: asked, name, consent: agreed, attempts } = isPlainObject(msg.payload) ? msg.payload : { seat: msg.payload };
    const seat = seating().wanted(session, settings.places === 'names' ? (name ?? asked) : asked);
    if (seat === null) return refused(settings.places === 'names' ? 'noName' : 'noSeat');
    const now = Date.now();
    const refusal = seating().refusal(session, seat, now);
    if (refusal !== undefined) return refused(refusal);
    const sitting = seating().of(session);
    const isBack = sitting?.seat === seat && seating().holds(session);
    // A page that reconnects need not ask again.
    const consent = agreed === undefined && isBack ? sitting.consent : agreed === true;
    seating().see(session, now);
    if (!isBack || sitting.consent !== consent) {
      const theirs = [...store.state().recordings.values()].filter((recording) => recording.session === session);
      await store.keep({ kind: 'join', at: now, session, seat, consent });
      if (!consent) await store.recordings.remove(theirs.map(({ file }) => file));
    }
    const exercise = store.state().exercise();
    const running = exercise?.endedAt === undefined ? exercise : null;
    return { topic: 'joined', payload: { seat, consent, recordings: settings.recordings, exercise: running, ...(attempts !== undefined && { kept: keptOf(session, attempts) }) } };
  }

  /** Those of a page's tries that are on the disk. */
  function keptOf(session: string, attempts: unknown): readonly string[] {
    const names = Array.isArray(attempts) ? attempts.slice(0, MAX_ASKED) : [];
    return names.filter((name): name is string => typeof name === 'string' && store.state().resultOf(session, name) !== undefined && !underWay.has(keyOf(session, name)));
  }

  async function leave(msg: NodeMessage): Promise<LearnerAnswer> {
    const session = sessionOf(msg);
    const sitting = seating().of(session);
    if (sitting?.hasLeft === false) await store.keep({ kind: 'leave', at: Date.now(), session });
    return { topic: 'left', payload: { seat: sitting?.seat ?? null } };
  }

  function result(msg: NodeMessage): Promise<LearnerAnswer> {
    const session = sessionOf(msg);
    const { attempt } = pronunciationOf(msg);
    seating().see(session, Date.now());
    if (typeof attempt !== 'string' || attempt === '' || attempt.length > MAX_ATTEMPT) return keepResult(msg, session);
    const key = keyOf(session, attempt);
    const known = store.state().resultOf(session, attempt);
    const running = underWay.get(key);
    if (running !== undefined) return running;
    if (known !== undefined) return Promise.resolve({ topic: 'kept', payload: { id: known } });
    const kept = keepResult(msg, session, attempt).finally(() => underWay.delete(key));
    underWay.set(key, kept);
    return kept;
  }

  async function keepResult(msg: NodeMessage, session: string, attempt?: string): Promise<LearnerAnswer> {
    if (store.state().total.results() >= MAX_RESULTS) throw new PronError('PRON_CLASS_FULL', { results: MAX_RESULTS });
    const at = Date.now();
    const id = store.nextId();
    const seat = seating().seatOf(session, pronunciationOf(msg)['seat']);
    const exercise = store.state().exercise();
    const measured = measuredIn(msg);
    const wav = wavToKeep(msg, session);
    const recording = wav && (await store.recordings.keep(wav, { at, id, seat, text: measured.text }));
    const record: ResultRecord = {
      kind: 'result', at, id, session, seat, ...measured,
      ...(attempt !== undefined && { attempt }),
      ...(exercise !== null && exercise.endedAt === undefined && { exercise: { title: exercise.title, at: exercise.startedAt } }),
      // The learner may have taken the consent back while the file was written.
      ...(recording !== undefined && hasAgreed(session) && { recording }),
    };
    if (recording !== undefined && record.recording === undefined) await store.recordings.remove([recording]);
    await store.keep(record);
    return { topic: 'kept', payload: { id } };
  }

  const hasAgreed = (session: string): boolean => seating().of(session)?.consent === true;

  /** The recording in `msg.recording`, where the teacher keeps recordings and the learner has agreed. */
  function wavToKeep(msg: NodeMessage, session: string): Buffer | undefined {
    if (!settings.recordings || !hasAgreed(session) || store.state().recordings.size >= MAX_RECORDINGS) return undefined;
    const bytes = bytesOf((msg as { readonly recording?: unknown }).recording);
    return bytes !== undefined && bytes.length <= MAX_WAV_BYTES && bytes.toString('latin1', 0, 4) === 'RIFF' ? bytes : undefined;
  }

  return { join, leave, result };
}
