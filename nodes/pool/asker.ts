import { randomBytes } from 'node:crypto';

import type { IPublishPacket } from 'mqtt';

import { PronError, type ErrorDetails } from '../../base/errors';
import { rebuildError } from '../../engine/protocol';
import { connect, disconnect, type Broker } from './connection';
import { ANSWER, checkedJson, MAX_MESSAGE_BYTES, PATIENCE_SECONDS, type Announcement, type Answer, type Request } from './messages';
import { topicsOf } from './topics';
import type { Scored, Utterance } from './utterance';
import { createWorkers } from './workers';

export interface AskerOptions {
  readonly broker: Broker;
  /** Of the pool's topics. */
  readonly root: string;
  readonly onChange?: (workers: number) => void;
}

/** A worker's answer, and where it came from. */
export interface Answered extends Scored {
  readonly pool: {
    readonly worker: string;
    readonly name: string;
    readonly set: string;
    readonly models: Readonly<Record<string, string | null>>;
    readonly version: string;
    /** How long the worker computed. */
    readonly ms: number;
    /** How long the learner waited. */
    readonly waitedMs: number;
    /** 2 where the first answer was late. */
    readonly tries: number;
  };
}

export interface Asker {
  /** Resolves to the first answer. @throws PronError PRON_POOL_*, PRON_CLOSED, or what the worker says */
  readonly ask: (utterance: Utterance) => Promise<Answered>;
  /** Counts of this asker. */
  readonly counts: { readonly doubled: number; readonly strange: number; readonly secondTries: number };
  readonly close: () => Promise<void>;
}

interface Pending {
  readonly utterance: Utterance;
  readonly begun: number;
  set: string;
  tries: number;
  /** The worker that the second try went to; undefined where it went to all. */
  sentTo: string | undefined;
  timer: NodeJS.Timeout | undefined;
  readonly resolve: (answered: Answered) => void;
  readonly reject: (error: PronError) => void;
}

const PATIENCE_MS = PATIENCE_SECONDS * 1000;
/** How long a broker or a worker that is started just now has for showing up, ms. */
const GRACE_MS = 6_000;
/** Time-out of the first try, ms: never less, and the second one must have time. */
const LEAST_MS = 3_000;
const MOST_MS = PATIENCE_MS / 2;
/** How often is looked whether those who were asked are still there, ms. */
const LOOK_MS = 1_000;
/** What a worker has not measured yet, ms. */
const UNKNOWN_MS = 3_000;
/** What says something of the worker and nothing of the recording. */
const OF_THE_WORKER: ReadonlySet<string> = new Set([
  'PRON_BUSY', 'PRON_TIMEOUT', 'PRON_ENGINE_DIED', 'PRON_ENGINE_START', 'PRON_NO_MEMORY', 'PRON_CLOSED', 'PRON_INTERNAL', 'PRON_NO_INFERENCE', 'PRON_POOL_REFERENCE', 'PRON_POOL_MESSAGE',
]);

/**
 * How long the first try may take: three times what the workers announce, and what requests have waited there lately.
 * @returns ms
 */
export function firstTimeout(workers: readonly Pick<Announcement, 'medianMs' | 'waitMs'>[]): number {
  const slowest = Math.max(0, ...workers.map(({ medianMs }) => medianMs ?? UNKNOWN_MS));
  const longest = Math.max(0, ...workers.map(({ waitMs }) => waitMs));
  return Math.min(MOST_MS, LEAST_MS + 3 * slowest + 2 * longest);
}

export function createAsker({ broker, root, onChange }: AskerOptions): Asker {
  const seat = /^[^+#\0/]{1,64}$/.test(String(broker.options.username ?? '')) ? String(broker.options.username) : 'anyone';
  const clientId = `a-${randomBytes(8).toString('hex')}`;
  const topics = topicsOf(root);
  const ownTopic = topics.answers(seat, clientId);
  const client = connect(broker, { clientId });
  const workers = createWorkers();
  const pending = new Map<string, Pending>();
  /** Changes when there is news of the connection or of a worker. */
  const waiting = new Set<() => void>();
  const counts = { doubled: 0, strange: 0, secondTries: 0 };
  let subscribed = false;
  let closed = false;

  const news = (): void => [...waiting].forEach((tell) => tell());

  client.on('connect', () => {
    client.subscribe([ownTopic, topics.anyWorker], { qos: 1 }, (error) => {
      subscribed = error === null;
      // A broker that was started again has forgotten what it had taken.
      for (const [id, one] of pending) send(id, one);
      news();
    });
  });
  client.on('close', () => {
    subscribed = false;
  });
  client.on('message', (topic, payload, packet) => {
    if (topic === ownTopic) receive(payload, packet);
    else {
      workers.hear(topic.slice(topic.lastIndexOf('/') + 1), payload);
      onChange?.(workers.present().length);
      news();
    }
  });

  /** Resolves to the set to ask, or rejects if nobody is there in time. */
  async function setToAsk(): Promise<string> {
    const until = Date.now() + GRACE_MS;
    for (;;) {
      if (closed) throw new PronError('PRON_CLOSED', { job: 'pron-remote' });
      const set = subscribed ? workers.chosenSet() : undefined;
      if (set !== undefined) return set;
      const left = until - Date.now();
      if (left <= 0) throw subscribed ? new PronError('PRON_POOL_NOBODY', { topic: root }) : new PronError('PRON_POOL_BROKER', { broker: broker.url });
      await new Promise<void>((resolve) => {
        const go = (): void => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve();
        };
        const timer = setTimeout(go, left);
        waiting.add(go);
      });
    }
  }

  /** The second try goes to the worker that is least busy among those that have shown themselves lately, if there is a choice. */
  function topicFor(one: Pending): string {
    const [best] = one.tries < 2 ? [] : [...workers.present(one.set)].sort((a, b) => a.queue - b.queue || a.waitMs - b.waitMs || Math.random() - 0.5);
    one.sentTo = best?.id;
    return best === undefined ? topics.ask(one.set) : topics.askOne(best.id);
  }

  /** A second try whose worker is gone would be lost: another one gets it. */
  function moveFromTheGone(): void {
    const present = new Set(workers.present().map(({ id }) => id));
    for (const [id, one] of pending) if (one.sentTo !== undefined && !present.has(one.sentTo)) send(id, one);
  }
  const looking = setInterval(moveFromTheGone, LOOK_MS);
  looking.unref();

  function send(id: string, one: Pending): void {
    const { wav, request, references } = one.utterance;
    const left = Math.ceil((one.begun + PATIENCE_MS - Date.now()) / 1000);
    if (left <= 0) return;
    const body: Request = { ...request, references: references.map(({ hash }) => hash) };
    const properties = {
      responseTopic: ownTopic, correlationData: Buffer.from(id, 'hex'), messageExpiryInterval: left, contentType: 'audio/wav',
      userProperties: { pronunciation: JSON.stringify(body) },
    };
    client.publish(topicFor(one), wav, { qos: 1, properties }, () => undefined);
  }

  function tryAgain(id: string, one: Pending): void {
    clearTimeout(one.timer);
    one.tries++;
    counts.secondTries++;
    one.set = workers.chosenSet() ?? one.set;
    one.timer = setTimeout(() => settle(id, () => one.reject(new PronError('PRON_POOL_LATE', { seconds: PATIENCE_SECONDS }))), Math.max(0, one.begun + PATIENCE_MS - Date.now()));
    send(id, one);
  }

  function settle(id: string, how: () => void): void {
    const one = pending.get(id);
    if (one === undefined) return;
    clearTimeout(one.timer);
    pending.delete(id);
    how();
  }

  function receive(payload: Buffer, packet: IPublishPacket): void {
    const id = packet.properties?.correlationData?.toString('hex') ?? '';
    const one = pending.get(id);
    const answer = checkedJson(ANSWER, payload);
    if (answer === undefined) counts.strange++;
    else if (one === undefined) counts.doubled++;
    else use(id, one, answer);
  }

  function use(id: string, one: Pending, answer: Answer): void {
    if (answer.kind === 'reference') return sendReference(one, answer.worker, answer.hash);
    if (answer.kind === 'failed') {
      const { code, details } = answer;
      if (OF_THE_WORKER.has(code) && one.tries < 2) return tryAgain(id, one);
      return settle(id, () => one.reject(rebuildError({ code, details: details as ErrorDetails, message: code })));
    }
    // Points of another set could not be compared with those before.
    if (answer.set !== one.set) return void counts.strange++;
    const { ms, set, worker, image, ...scored } = answer;
    const from = workers.present().find((each) => each.id === worker);
    settle(id, () =>
      one.resolve({
        ...(scored as unknown as Scored), // checked as far as it is read
        ...(image !== undefined && { image: Buffer.from(image, 'base64') }),
        pool: { worker, name: from?.name ?? worker, set, models: from?.models ?? {}, version: from?.version ?? '', ms, waitedMs: Date.now() - one.begun, tries: one.tries },
      }),
    );
  }

  function sendReference({ utterance }: Pending, worker: string, hash: string): void {
    const reference = utterance.references.find((each) => each.hash === hash);
    if (reference === undefined) return;
    const properties = { messageExpiryInterval: PATIENCE_SECONDS, contentType: 'audio/wav', userProperties: { pronunciation: JSON.stringify(reference.known) } };
    client.publish(topics.reference(worker), reference.wav, { qos: 1, properties }, () => undefined);
  }

  return {
    counts,
    ask: async (utterance) => {
      for (const { length } of [utterance.wav, ...utterance.references.map(({ wav }) => wav)]) {
        if (length > MAX_MESSAGE_BYTES) throw new PronError('PRON_POOL_LARGE', { bytes: length, limit: MAX_MESSAGE_BYTES });
      }
      const begun = Date.now();
      const set = await setToAsk();
      return new Promise((resolve, reject) => {
        const id = randomBytes(16).toString('hex');
        const one: Pending = { utterance, begun, set, tries: 1, sentTo: undefined, timer: undefined, resolve, reject };
        one.timer = setTimeout(() => tryAgain(id, one), firstTimeout(workers.present(set)));
        pending.set(id, one);
        send(id, one);
      });
    },
    close: async () => {
      closed = true;
      clearInterval(looking);
      news();
      for (const [id, one] of [...pending]) settle(id, () => one.reject(new PronError('PRON_CLOSED', { job: 'pron-remote' })));
      await disconnect(client);
    },
  };
}
