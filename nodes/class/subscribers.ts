import type { NodeMessage } from 'node-red';

import { isPlainObject, pronunciationOf } from '../lib/facts';

/** The properties that lead an answer to one page: of the dashboard, a websocket, and of a flow that sends by session. */
export interface Address {
  readonly _client?: unknown;
  readonly _session?: unknown;
  readonly pronunciation?: { readonly session: string };
}

export function addressOf(msg: NodeMessage): Address {
  const { _client, _session } = msg as Address;
  const { session } = pronunciationOf(msg);
  return {
    ...(isPlainObject(_client) && { _client: { ..._client } }),
    ...(isPlainObject(_session) && { _session: { ..._session } }),
    ...(typeof session === 'string' && { pronunciation: { session } }),
  };
}

interface Subscriber {
  readonly address: Address;
  /** Wants everything instead of the newest exercise. */
  readonly all: boolean;
}

export interface SubscriberOptions {
  /** Sends a teacher what changed. */
  readonly send: (address: Address, all: boolean) => void;
  /** Called before each round. */
  readonly changed?: () => void;
}

/** The teachers who have asked for the overview, and get it again after each change, at most once a second. */
export interface Subscribers {
  readonly add: (address: Address, all: boolean) => void;
  readonly changed: () => void;
  readonly close: () => void;
}

const INTERVAL_MS = 1000;
/** The one who asked longest ago goes. */
const MAX_SUBSCRIBERS = 10;

export function createSubscribers({ send, changed = () => undefined }: SubscriberOptions): Subscribers {
  const subscribers = new Map<string, Subscriber>();
  let timer: NodeJS.Timeout | undefined;
  let sentAt = -Infinity;

  function round(): void {
    timer = undefined;
    sentAt = Date.now();
    changed();
    for (const { address, all } of subscribers.values()) send(address, all);
  }

  return {
    add: (address, all) => {
      // A page that reconnects has another socket, but the same session.
      const key = address.pronunciation?.session ?? JSON.stringify(address);
      subscribers.delete(key);
      subscribers.set(key, { address, all });
      const [oldest] = subscribers.keys();
      if (subscribers.size > MAX_SUBSCRIBERS && oldest !== undefined) subscribers.delete(oldest);
    },
    changed: () => {
      timer ??= setTimeout(round, Math.max(0, sentAt + INTERVAL_MS - Date.now()));
    },
    close: () => clearTimeout(timer),
  };
}
