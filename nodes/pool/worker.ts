import { randomBytes } from 'node:crypto';

import type { IPublishPacket, MqttClient } from 'mqtt';

import { PronError } from '../../base/errors';
import type { BackendName } from '../../engine/inference';
import { connect, disconnect, type Broker } from './connection';
import { createMedian } from './median';
import { BEAT_MS, checkedJson, MAX_MESSAGE_BYTES, PATIENCE_SECONDS, REFERENCE, REQUEST, type Announcement, type Answer } from './messages';
import type { Scorer } from './scorer';
import type { ScoringSet } from './scoring-set';
import { topicsOf } from './topics';
import { hashOf, type PoolReference } from './utterance';

export interface WorkerOptions {
  readonly broker: Broker;
  /** Of the pool's topics. */
  readonly root: string;
  /** Shown to those who ask. */
  readonly name: string;
  readonly set: ScoringSet;
  readonly scorer: Scorer;
  readonly events: WorkerEvents;
}

export interface WorkerEvents {
  /** The worker waits for requests; `answered` so far. */
  readonly onReady: (answered: number) => void;
  readonly onWorking: () => void;
  readonly onConnectionLost: () => void;
  /** A request that could not be answered with a score. */
  readonly onFailed: (error: PronError) => void;
}

export interface PoolWorker {
  readonly id: string;
  readonly close: () => Promise<void>;
}

/** A request is in work, and the next one has been transferred. */
const RECEIVE_MAXIMUM = 2;
/** A worker that is frozen gets its share of the requests until the broker misses it. */
const JOBS_KEEPALIVE_SECONDS = 4;
/** How long somebody who asks has for sending a reference, ms. */
const REFERENCE_WAIT_MS = 5_000;

/**
 * Serves a pool until it is closed. One connection brings requests, one after the other: a request is acknowledged when its
 * answer is on the way, and the receive maximum keeps the broker from sending more. The other connection, which a request in
 * work does not hold up, brings references and takes the answers.
 */
export function startWorker({ broker, root, name, set, scorer, events }: WorkerOptions): PoolWorker {
  const id = `w-${randomBytes(6).toString('hex')}`;
  const topics = topicsOf(root);
  const median = createMedian();
  const jobs = connect(broker, { clientId: `${id}-jobs`, receiveMaximum: RECEIVE_MAXIMUM, lastWill: topics.worker(id), keepaliveSeconds: JOBS_KEEPALIVE_SECONDS });
  const talk = connect(broker, { clientId: `${id}-talk` });
  let backend: BackendName | null = null;
  let waitMs = 0;
  let queue = 0;
  let answered = 0;
  let closed = false;
  let awaited: { readonly hash: string; readonly bring: (reference: PoolReference) => void } | undefined;

  function announce(): void {
    if (!jobs.connected || closed) return;
    const { models, languages, version } = set;
    const announcement: Announcement = { id, name, version, set: set.set, models: { ...models }, languages: [...languages], backend, medianMs: median.value(), waitMs, queue };
    const properties = { messageExpiryInterval: Math.ceil((3 * BEAT_MS) / 1000), contentType: 'application/json' };
    jobs.publish(topics.worker(id), JSON.stringify(announcement), { qos: 0, retain: true, properties });
  }
  const beat = setInterval(() => {
    if (queue === 0) waitMs = 0;
    announce();
  }, BEAT_MS);

  function reply(packet: IPublishPacket, answer: Answer): void {
    const { responseTopic = '', correlationData } = packet.properties ?? {};
    const properties = { messageExpiryInterval: PATIENCE_SECONDS, contentType: 'application/json', ...(correlationData && { correlationData }) };
    talk.publish(responseTopic, JSON.stringify(answer), { qos: 1, properties }, () => undefined);
  }

  /** Asks for a reference, and waits until it is there. */
  async function bring(packet: IPublishPacket, hash: string): Promise<PoolReference> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        awaited = undefined;
        reject(new PronError('PRON_POOL_REFERENCE', { seconds: REFERENCE_WAIT_MS / 1000 }));
      }, REFERENCE_WAIT_MS);
      awaited = {
        hash,
        bring: (reference) => {
          clearTimeout(timer);
          awaited = undefined;
          resolve(reference);
        },
      };
      reply(packet, { kind: 'reference', worker: id, hash });
    });
  }

  async function answerTo(packet: IPublishPacket): Promise<Answer> {
    const wav = packet.payload as Buffer; // as the library delivers it
    if (wav.length > MAX_MESSAGE_BYTES) throw new PronError('PRON_POOL_LARGE', { bytes: wav.length, limit: MAX_MESSAGE_BYTES });
    const { messageExpiryInterval, userProperties } = packet.properties ?? {};
    const request = checkedJson(REQUEST, userProperties?.['pronunciation']);
    if (request === undefined) throw new PronError('PRON_POOL_MESSAGE');
    // The broker takes off the time for which it kept the request (MQTT 5, 3.3.2.3.3).
    waitMs = Math.max(0, request.secondsLeft - (messageExpiryInterval ?? request.secondsLeft)) * 1000;
    const begun = performance.now();
    const references: PoolReference[] = [];
    for (const hash of request.references) {
      const reference = scorer.knows(hash) ? { hash, wav: Buffer.alloc(0), known: { words: [] } } : await bring(packet, hash);
      if (!scorer.knows(hash)) await scorer.prepare(reference);
      references.push(reference);
    }
    const { image, ...scored } = await scorer.score({ wav, references, request });
    const ms = performance.now() - begun;
    median.add(ms);
    ({ backend } = scored.details);
    const answer = { kind: 'scored', set: set.set, worker: id, ms, ...scored, ...(image && { image: image.toString('base64') }) };
    return answer as unknown as Answer; // its form is our own engine's; who asks checks it
  }

  /** Never rejects: the next request must come. */
  async function serve(packet: IPublishPacket): Promise<void> {
    const { responseTopic, correlationData } = packet.properties ?? {};
    // Nobody could be answered.
    if (responseTopic === undefined || correlationData === undefined || !topics.isAnswers(responseTopic)) return;
    queue++;
    events.onWorking();
    try {
      reply(packet, await answerTo(packet));
    } catch (error) {
      const { code, details } = error instanceof PronError ? error : new PronError('PRON_INTERNAL', { reason: String(error) });
      events.onFailed(new PronError(code, details));
      reply(packet, { kind: 'failed', worker: id, code, details: details });
    }
    queue--;
    answered++;
    if (answered % 5 === 1) announce();
    if (!closed) events.onReady(answered);
  }

  // The library acknowledges a message and reads the next one when this calls back.
  jobs.handleMessage = (packet, callback) => {
    void serve(packet).finally(() => callback());
  };
  talk.on('message', (_topic, wav, packet) => {
    const known = checkedJson(REFERENCE, packet.properties?.userProperties?.['pronunciation']);
    if (known === undefined || wav.length > MAX_MESSAGE_BYTES || awaited === undefined) return;
    if (hashOf(wav, known) === awaited.hash) awaited.bring({ hash: awaited.hash, wav, known });
  });

  onConnection(talk, () => talk.subscribe(topics.reference(id), { qos: 1 }));
  onConnection(jobs, () => {
    jobs.subscribe([topics.shared(set.set), topics.askOne(id)], { qos: 1 }, () => {
      announce();
      events.onReady(answered);
    });
  });
  jobs.on('close', () => {
    if (!closed) events.onConnectionLost();
  });

  return {
    id,
    close: async () => {
      closed = true;
      clearInterval(beat);
      if (jobs.connected) jobs.publish(topics.worker(id), Buffer.alloc(0), { qos: 0, retain: true });
      await Promise.all([disconnect(jobs), disconnect(talk)]);
    },
  };
}

function onConnection(client: MqttClient, then: () => void): void {
  client.on('connect', then);
}
