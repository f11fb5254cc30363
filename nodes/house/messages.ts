import type { NodeMessage } from 'node-red';

import { isResult, measuredIn } from '../class/result-of';
import { knownFacts, pronunciationOf } from '../lib/facts';
import { isReadablePng } from './picture';
import type { Topics } from './topics';

/** A message for an mqtt out node that has neither topic, qos nor retain of its own. */
export interface MqttMessage extends NodeMessage {
  readonly topic: string;
  readonly qos: 1;
  readonly retain: boolean;
}

/** Longest sentence for the learner that is sent, characters. */
const MAX_ADVICE = 500;

export function mqttMessage(topic: string, payload: string | Buffer, retain: boolean): MqttMessage {
  return { topic, payload, qos: 1, retain };
}

/** What a score node's message says, in a form that other systems read. */
function resultOf(msg: NodeMessage): object {
  const { score, language, session } = pronunciationOf(msg);
  const { points, verdict, text, words } = measuredIn(msg);
  const { message, tier } = score as { readonly message?: unknown; readonly tier?: { readonly name?: unknown } | null };
  return {
    points,
    verdict,
    tier: typeof tier?.name === 'string' ? tier.name : null,
    text,
    language: typeof language === 'string' ? language : null,
    session: typeof session === 'string' ? session : null,
    message: typeof message === 'string' ? message.slice(0, MAX_ADVICE) : '',
    words: words.map(([word, wordPoints]) => ({ text: word, score: wordPoints })),
  };
}

/** What the house is told of a learner's recording: its noise, and what a score node says of it. */
export function attemptMessages(msg: NodeMessage, topics: Topics, retain: boolean): MqttMessage[] {
  const { noise } = knownFacts(msg);
  const light = noise === undefined ? [] : [mqttMessage(topics.noise, noise.light, retain)];
  if (!isResult(msg)) return light;
  const { points, verdict } = measuredIn(msg);
  const result = resultOf(msg);
  const { image } = msg as { readonly image?: unknown };
  return [
    ...light,
    mqttMessage(topics.result, JSON.stringify(result), retain),
    ...(points === null ? [] : [mqttMessage(topics.score, String(points), retain)]),
    mqttMessage(topics.verdict, verdict, retain),
    mqttMessage(topics.attempt, JSON.stringify({ event_type: verdict, ...result }), false),
    ...(isReadablePng(image) ? [mqttMessage(topics.picture, image, retain)] : []),
  ];
}
