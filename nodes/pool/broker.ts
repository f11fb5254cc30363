import type { NodeAPI } from 'node-red';
import type { IClientOptions } from 'mqtt';

import { phrase } from '../../base/errors';
import { textField } from '../lib/fields';
import { badSetting } from '../lib/settings';
import type { Broker } from './connection';

/** Node-RED's own node with address, name, password and TLS of a broker. */
const BROKER_NODE = 'mqtt-broker';
/** Levels without wildcards; a shared subscription begins with `$`. */
const ROOT = /^(?!\$)[^+#\0/]{1,40}(?:\/[^+#\0/]{1,40}){0,4}$/;

/** The settings that both nodes of a pool have. */
export const POOL_FIELDS = {
  /** Id of the broker node. */
  broker: textField('', { configNode: BROKER_NODE, group: 'pool', icon: 'globe' }),
  /** Before all topics of the pool. */
  topic: textField('pron/pool', { pattern: ROOT, expected: phrase('aTopic'), sentence: 'invalid.topic', group: 'pool', icon: 'tasks' }),
} as const;

/**
 * The broker of a broker node: it has the user's own dialog for address, password and TLS, and its secrets are in Node-RED's
 * credentials. Its connection is not used, see `connect`. @throws PronError PRON_BAD_SETTING
 */
export function brokerOf(RED: NodeAPI, id: string): Broker {
  const node = RED.nodes.getNode(id) as unknown as { readonly type: string; readonly brokerurl?: unknown; readonly options?: IClientOptions } | null;
  if (node?.type !== BROKER_NODE || typeof node.brokerurl !== 'string') throw badSetting('broker', id, phrase('aBroker'));
  return { url: node.brokerurl, options: { ...node.options } };
}
