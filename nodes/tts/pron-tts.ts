import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import type { Facts } from '../../engine/jobs';
import type { Spoken } from '../../language/spoken';
import { serialise } from '../../base/serialise';
import type { SpeakRequest } from '../../voices';
import { cacheKey, createSpeechCache, speak } from '../../voices';
import type { Word } from '../../pipeline/types';
import { putNewAudio } from '../lib/outgoing';
import { readSettings } from '../lib/settings';
import { TTS_FIELDS, type TtsSettings } from './settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { serveTtsRoutes } from './routes';
import { keyOf, rememberServer } from './key';
import { ttsRequest, voiceName } from './request';
import { createVoiceCheck } from './voice-check';

/** A text that was spoken and measured. It can be sent again from the cache. */
interface Utterance {
  readonly wav: Buffer;
  readonly facts: Facts;
  readonly words: readonly Word[] | undefined;
  readonly spoken: Spoken | undefined;
}

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

  /** Sends references in the order of their texts, even if some are in the cache, because the score node uses the last one. */
  const deliver = serialise(async (msg: NodeMessage, request: SpeakRequest, utterance: Promise<Utterance>) => {
    const sent = await utterance;
    const { wav, ...kept } = sent;
    const { text, language } = request;
    // Copies: a flow may change its message, and must not change the cache.
    const { facts, words, spoken } = structuredClone(kept);
    const copy = { wav: Buffer.from(new Uint8Array(wav).buffer), facts };
    putNewAudio(msg, copy, { role: 'reference', language, voice: voiceName(request), ...(text !== '' && { text }), ...(words && { words }), ...(spoken && { spoken }) });
    if (voiceCheck.faultOf(sent) === null) stage.show('good', 'done', { seconds: (facts.durationMs / 1000).toFixed(1) });
    else stage.show('fair', 'notTheText');
    // A recording may have no text.
    if (text.trim() !== '') {
      voiceCheck.listenTo(sent, { wav, text, language }, (fault) => {
        if (underWay.size === 0) stage.show('fair', 'notTheText');
        node.warn(RED._(`warning.${fault}`, { text }));
      });
    }
    return msg;
  });

  return async (msg) => {
    const request = await ttsRequest(RED, node, settings, msg);
    const utterance = utter(request);
    underWay.add(utterance);
    const forget = (): void => void underWay.delete(utterance);
    utterance.then(forget, forget);
    return deliver(msg, request, utterance);
  };
}
