import type { Node, NodeAPI, NodeDef } from 'node-red';

import { shown } from '../../base/describe';
import { PronError } from '../../base/errors';
import { packageVersion } from '../../base/package-version';
import { isReference } from '../lib/session';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { discoveryOf, MAX_STATE, type Names } from './discovery';
import { attemptMessages, mqttMessage, type MqttMessage } from './messages';
import { HOUSE_FIELDS, type HouseSettings } from './settings';
import { discoveryTopics, topicsOf } from './topics';

/** What both Home Assistant and the broker's configuration of a station say when they are there. */
const ONLINE = 'online';

export = (RED: NodeAPI): void => {
  function PronHouse(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => telling(RED, stage, readSettings(HOUSE_FIELDS, config)));
  }
  RED.nodes.registerType('pron-house', PronHouse);
};

function telling(RED: NodeAPI, { show }: Stage, { station, retain, discovery, prefix }: HouseSettings): Handle {
  const topics = topicsOf(station);
  const { config, status } = discoveryTopics(station, prefix);

  /** The broker keeps it: Home Assistant reads it whenever it begins. */
  function announcement(): MqttMessage[] {
    if (!discovery) return [];
    show('good', 'announced');
    return [mqttMessage(config, JSON.stringify(discoveryOf(station, topics, namesOf(RED, station), packageVersion())), true)];
  }

  return async (msg) => {
    await Promise.resolve();
    const { topic, payload } = msg as { readonly topic?: unknown; readonly payload?: unknown };
    if (topic === topics.availability || topic === status) {
      if (String(payload) !== ONLINE) return null;
      if (!discovery) show('good', 'connected');
      return [announcement(), null];
    }
    if (topic === topics.setSay || topic === 'say') {
      const text = sentenceIn(payload);
      show('good', 'say');
      // What the flow says itself needs no way back into it.
      return [[mqttMessage(topics.say, text, true)], topic === 'say' ? null : { topic: 'say', payload: text }];
    }
    if (isReference(msg)) return null;
    const messages = attemptMessages(msg, topics, retain);
    if (messages.length === 0) throw new PronError('PRON_HOUSE_MESSAGE', { topic: shown(topic) });
    show('good', 'told');
    return [messages, null];
  };
}

/** @throws PronError PRON_HOUSE_SAY */
function sentenceIn(payload: unknown): string {
  const text = (Buffer.isBuffer(payload) ? payload.toString('utf8') : typeof payload === 'string' ? payload : '').trim();
  if (text !== '' && text.length <= MAX_STATE) return text;
  throw new PronError('PRON_HOUSE_SAY', { limit: MAX_STATE });
}

function namesOf(RED: NodeAPI, station: string): Names {
  return {
    device: RED._('name.device', { station }), score: RED._('name.score'), points: RED._('name.points'), verdict: RED._('name.verdict'),
    attempt: RED._('name.attempt'), noise: RED._('name.noise'), picture: RED._('name.picture'), say: RED._('name.say'),
  };
}
