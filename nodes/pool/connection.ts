import type { IClientOptions, MqttClient } from 'mqtt';

import { vendored } from '../../base/vendored';

/** How to reach a broker. */
export interface Broker {
  /** `mqtt://HOST:PORT` or `mqtts://HOST:PORT`. */
  readonly url: string;
  /** Name, password and TLS, as the library mqtt takes them. */
  readonly options: IClientOptions;
}

export interface ConnectOptions {
  readonly clientId: string;
  /** Topic whose retained message the broker empties if this client is lost. */
  readonly lastWill?: string;
  /** The broker notices after half as much again that the client is gone. */
  readonly keepaliveSeconds?: number;
  /** How many requests may be under way to this client. */
  readonly receiveMaximum?: number;
}

const KEEPALIVE_SECONDS = 10;
const RECONNECT_MS = 1000;

/**
 * A connection of its own by MQTT 5, which connects again by itself. Node-RED's broker node has one connection for all its
 * users: one last will, no receive maximum, and each message is acknowledged before its work is done.
 */
export function connect({ url, options }: Broker, { clientId, lastWill, receiveMaximum, keepaliveSeconds = KEEPALIVE_SECONDS }: ConnectOptions): MqttClient {
  const mqtt = vendored('mqtt') as { readonly connect: (url: string, options: IClientOptions) => MqttClient };
  const client = mqtt.connect(url, {
    ...options,
    clientId,
    protocolId: 'MQTT',
    protocolVersion: 5,
    clean: true,
    keepalive: keepaliveSeconds,
    reconnectPeriod: RECONNECT_MS,
    connectTimeout: 10_000,
    resubscribe: false,
    properties: { ...(receiveMaximum !== undefined && { receiveMaximum }), requestProblemInformation: true },
    ...(lastWill === undefined ? { will: undefined } : { will: { topic: lastWill, payload: Buffer.alloc(0), qos: 1, retain: true } }),
  });
  // Without a listener an error would end Node-RED; the client tries again by itself.
  client.on('error', () => undefined);
  return client;
}

/** Ends a connection within a second, whatever the broker does. */
export function disconnect(client: MqttClient): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => client.end(true, () => resolve()), 1000);
    client.end(false, {}, () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
