import { randomBytes } from 'node:crypto';

import type { IPublishPacket } from 'mqtt';

import { PronError } from '../../base/errors';
import { rebuildError } from '../../engine/protocol';
import { connect, disconnect, type Broker } from './connection';
import { deliveryOf } from './deliver';
import { ANSWER, checkedJson, MAX_MESSAGE_BYTES, PATIENCE_SECONDS, type Answer, type Request } from './messages';
import { firstTimeout, PATIENCE_MS } from './patience';
import { watchPresence } from './presence';
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
  /** Workers that could not. */
  failures: number;
  /** The worker that the second try went to; undefined where it went to whoever is free. */
  sentTo: string | undefined;
  /** Where the request is: on its way to the broker, taken by it for a worker, or taken by it where nobody waits for it. */
  state: 'sending' | 'taken' | 'nowhere';
  /** How often it was sent. */
  sent: number;
  timer: NodeJS.Timeout | undefined;
  readonly resolve: (answered: Answered) => void;
  readonly reject: (error: PronError) => void;
}

/** How often is looked whether those who were asked are still there, ms. */
const LOOK_MS = 1_000;
/** What says something of the worker and nothing of the recording. */
const OF_THE_WORKER: ReadonlySet<string> = new Set([
  'PRON_BUSY', 'PRON_TIMEOUT', 'PRON_ENGINE_DIED', 'PRON_ENGINE_START', 'PRON_NO_MEMORY', 'PRON_CLOSED', 'PRON_INTERNAL', 'PRON_NO_INFERENCE', 'PRON_POOL_REFERENCE', 'PRON_POOL_MESSAGE',
]);

export function createAsker({ broker, root, onChange }: AskerOptions): Asker {
  const { username = '' } = broker.options;
  const seat = /^[^+#\0/]{1,64}$/.test(username) ? username : 'anyone';
  const clientId = `a-${randomBytes(8).toString('hex')}`;
  const topics = topicsOf(root);
  const ownTopic = topics.answers(seat, clientId);
  const client = connect(broker, { clientId });
  const deliver = deliveryOf(client);
  const workers = createWorkers();
  const pending = new Map<string, Pending>();
  const presence = watchPresence(workers);
  const counts = { doubled: 0, strange: 0, secondTries: 0 };
  let closed = false;

  client.on('connect', () => {
    client.subscribe([ownTopic, topics.anyWorker], { qos: 1 }, (error) => {
      presence.setConnected(error === null);
      // A broker that was started again has forgotten what it had taken. What it had not taken the library sends again.
      for (const [id, one] of pending) if (one.state !== 'sending') send(id, one);
    });
  });
  client.on('close', () => presence.setConnected(false));
  client.on('message', (topic, payload, packet) => {
    if (topic === ownTopic) receive(payload, packet);
    else {
      workers.hear(topic.slice(topic.lastIndexOf('/') + 1), payload);
      onChange?.(workers.present().length);
      presence.news();
    }
  });

  const nobody = (): PronError => (presence.isConnected() ? new PronError('PRON_POOL_NOBODY', { topic: root }) : new PronError('PRON_POOL_BROKER', { broker: broker.url }));

  /** Resolves to the set to ask, or rejects if nobody is there in time. */
  async function setToAsk(): Promise<string> {
    for (;;) {
      if (closed) throw new PronError('PRON_CLOSED', { job: 'pron-remote' });
      const left = presence.untilNobody();
      const set = left === null ? workers.chosenSet() : undefined;
      if (set !== undefined) return set;
      if (left === 0) throw nobody();
      await presence.nextNews(left ?? LOOK_MS);
    }
  }

  /** The second try goes to the worker that has shown itself last and is least busy, if there is a choice: a frozen one may be among them. */
  function topicFor(one: Pending): string {
    const [best] = one.tries < 2 ? [] : workers.byReadiness(one.set);
    one.sentTo = best?.id;
    return best === undefined ? topics.ask(one.set) : topics.askOne(best.id);
  }

  /** What has gone nowhere, or to a worker that is gone, would be lost: another one gets it. Where nobody is left, who asks is told. */
  function look(): void {
    const isNobody = presence.untilNobody() === 0;
    const present = new Set(workers.present().map(({ id }) => id));
    for (const [id, one] of pending) {
      if (isNobody) settle(id, () => one.reject(nobody()));
      else if (presence.isConnected() && (one.state === 'nowhere' || (one.sentTo !== undefined && !present.has(one.sentTo)))) send(id, one);
    }
  }
  const looking = setInterval(look, LOOK_MS);
  looking.unref();

  function send(id: string, one: Pending): void {
    const { wav, request, references } = one.utterance;
    const left = Math.ceil((one.begun + PATIENCE_MS - Date.now()) / 1000);
    if (left <= 0) return;
    const body: Request = { ...request, references: references.map(({ hash }) => hash), secondsLeft: left };
    const properties = {
      responseTopic: ownTopic, correlationData: Buffer.from(id, 'hex'), messageExpiryInterval: left, contentType: 'audio/wav',
      userProperties: { pronunciation: JSON.stringify(body) },
    };
    const topic = topicFor(one);
    const { sentTo } = one;
    const sent = ++one.sent;
    one.state = 'sending';
    deliver(topic, wav, properties, (isForSomebody) => {
      if (!isForSomebody && sentTo !== undefined) workers.forget(sentTo);
      if (sent === one.sent) one.state = isForSomebody ? 'taken' : 'nowhere';
    });
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
    if (answer.kind === 'reference') sendReference(one, answer.worker, answer.hash);
    else if (answer.kind === 'failed') fail(id, one, answer);
    // Points of another set could not be compared with those before.
    else if (answer.set !== one.set) counts.strange++;
    else succeed(id, one, answer);
  }

  function fail(id: string, one: Pending, { code, details }: Extract<Answer, { kind: 'failed' }>): void {
    one.failures++;
    const isOfTheWorker = OF_THE_WORKER.has(code);
    if (isOfTheWorker && one.tries < 2) tryAgain(id, one);
    // The other worker may still answer.
    else if (!isOfTheWorker || one.failures >= one.tries) settle(id, () => one.reject(rebuildError({ code, details, message: code })));
  }

  function succeed(id: string, one: Pending, answer: Extract<Answer, { kind: 'scored' }>): void {
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
    deliver(topics.reference(worker), reference.wav, properties);
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
        const one: Pending = { utterance, begun, set, tries: 1, failures: 0, sentTo: undefined, state: 'sending', sent: 0, timer: undefined, resolve, reject };
        one.timer = setTimeout(() => tryAgain(id, one), firstTimeout(workers.present(set)));
        pending.set(id, one);
        send(id, one);
      });
    },
    close: async () => {
      closed = true;
      clearInterval(looking);
      presence.news();
      for (const [id, one] of [...pending]) settle(id, () => one.reject(new PronError('PRON_CLOSED', { job: 'pron-remote' })));
      await disconnect(client);
    },
  };
}
