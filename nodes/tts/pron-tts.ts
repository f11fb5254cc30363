import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { withParticles } from '../../language/korean/particles';
import type { Facts } from '../../engine/jobs';
import type { Spoken } from '../../language/spoken';
import { serialise } from '../../base/serialise';
import type { SpeakRequest } from '../../voices';
import { cacheKey, createSpeechCache, speak } from '../../voices';
import type { Word } from '../../pipeline/types';
import { putNewAudio } from '../lib/outgoing';
import { readSettings } from '../lib/settings';
import type { TakePlace } from '../lib/facts';
import { TTS_FIELDS, type TtsSettings } from './settings';
import { startStage, type Handle, type SendAhead, type Stage } from '../lib/stage';
import { serveTtsRoutes } from './routes';
import { keyOf, rememberServer } from './key';
import { ttsRequests, voiceName } from './request';
import { createVoiceCheck } from './voice-check';

/** A text that was spoken and measured. It can be sent again from the cache. */
interface Utterance {
  readonly wav: Buffer;
  readonly facts: Facts;
  readonly words: readonly Word[] | undefined;
  readonly spoken: Spoken | undefined;
}

type Requests = Awaited<ReturnType<typeof ttsRequests>>;

export = (RED: NodeAPI): void => {
  function PronTts(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => speaking(RED, this, stage, readSettings(TTS_FIELDS, config)));
  }
  RED.nodes.registerType('pron-tts', PronTts, { credentials: { key: { type: 'password' } } });
  serveTtsRoutes(RED);
};

function speaking(RED: NodeAPI, node: Node, stage: Stage, settings: TtsSettings): Handle {
  const cache = createSpeechCache<Utterance>(({ wav }) => wav.length);
  const key = keyOf(node);
  rememberServer(node, settings.address);
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const voiceCheck = createVoiceCheck(stage.engine);
  stage.onClose(async () => {
    voiceCheck.close();
    closing.abort();
    await Promise.allSettled(underWay);
  });

  async function say(request: SpeakRequest): Promise<Utterance> {
    stage.show('busy', 'speaking');
    const { wav, words, spoken } = await speak({ ...request, key, signal: closing.signal });
    const result = await stage.engine.run({ kind: 'inspect', wav }, { begun: true });
    return { wav: result.wav, facts: result.facts, words, spoken };
  }

  async function utter(request: SpeakRequest): Promise<Utterance> {
    return cache(await cacheKey(request), () => say(request));
  }

  /** Puts an utterance into a message. Copies: a flow may change its message, and must not change the cache. */
  function put(msg: NodeMessage, request: SpeakRequest, { wav, ...kept }: Utterance, take?: TakePlace): NodeMessage {
    const { text, language } = request;
    const { facts, words, spoken } = structuredClone(kept);
    const copy = { wav: Buffer.from(new Uint8Array(wav).buffer), facts };
    putNewAudio(msg, copy, {
      role: 'reference', language, voice: voiceName(request),
      ...(take && { take }), ...(text !== '' && { text }), ...(words && { words }), ...(spoken && { spoken }),
    });
    return msg;
  }

  function listenTo(utterance: Utterance, { text, language }: SpeakRequest): void {
    // A recording may have no text.
    if (text.trim() === '') return;
    voiceCheck.listenTo(utterance, { wav: utterance.wav, text, language }, (fault) => {
      if (underWay.size === 0) stage.show('fair', 'notTheText');
      node.warn(withParticles(RED._(`warning.${fault}`, { text })));
    });
  }

  /** Sends references in the order of their texts, even if some are in the cache, because the score node uses the last one. */
  const deliver = serialise(async (msg: NodeMessage, requests: Requests, utterances: Promise<readonly Utterance[]>, sendAhead: SendAhead) => {
    const sent = await utterances;
    const takes = requests.map((request, i) => ({ request, utterance: sent[i] as Utterance }));
    const placeOf = (i: number): TakePlace | undefined => (takes.length === 1 ? undefined : { number: i + 1, of: takes.length });
    const [newest, ...older] = takes as [(typeof takes)[0], ...typeof takes];
    // The score node has the older takes when the newest comes, which learners wait for.
    for (const [i, { request, utterance }] of older.entries()) {
      sendAhead([null, put(RED.util.cloneMessage(msg), request, utterance, placeOf(i + 1))]);
    }
    put(msg, newest.request, newest.utterance, placeOf(0));
    const seconds = (newest.utterance.facts.durationMs / 1000).toFixed(1);
    if (sent.some((utterance) => voiceCheck.faultOf(utterance) !== null)) stage.show('fair', 'notTheText');
    else if (older.length > 0) stage.show('good', 'takes', { count: takes.length, seconds });
    else stage.show('good', 'done', { seconds });
    for (const { request, utterance } of takes) listenTo(utterance, request);
    return [msg, null];
  });

  return async (msg, sendAhead) => {
    const requests = await ttsRequests(RED, node, settings, msg);
    const utterances = Promise.all(requests.map(utter));
    underWay.add(utterances);
    const forget = (): void => void underWay.delete(utterances);
    utterances.then(forget, forget);
    return deliver(msg, requests, utterances, sendAhead);
  };
}
