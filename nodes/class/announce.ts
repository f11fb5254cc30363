import type { Node, NodeMessage } from 'node-red';

import type { Stage } from '../lib/stage';
import { overviewOf } from './overview';
import type { ClassStore } from './store';
import { addressOf, createSubscribers } from './subscribers';

/** How a change of the class gets to the status and to the teachers. */
export interface Changes {
  /** Announces what has changed, if anything has. */
  readonly look: () => void;
  /** The sender gets the overview again after each change. */
  readonly subscribe: (msg: NodeMessage, all: boolean) => void;
  readonly close: () => void;
}

/** How often the connected learners are counted, ms: one who goes away sends nothing. */
const PRESENCE_MS = 15_000;

export function announceChanges(node: Node, show: Stage['show'], store: ClassStore): Changes {
  const count = (): number => store.state().seating.taken(Date.now()).filter(({ isConnected }) => isConnected).length;
  const now = (): string => `${store.revision()} ${count()}`;
  let announced = '';
  const subscribers = createSubscribers({
    changed: () => {
      announced = now();
      show('good', 'here', { seats: count(), tries: store.state().total.results() });
    },
    send: (address, all) => node.send([{ ...address, topic: 'overview', payload: overviewOf(store.state(), Date.now(), all) }, null]),
  });
  const look = (): void => {
    if (now() !== announced) subscribers.changed();
  };
  const presence = setInterval(look, PRESENCE_MS);
  return {
    look,
    subscribe: (msg, all) => subscribers.add(addressOf(msg), all),
    close: () => {
      clearInterval(presence);
      subscribers.close();
    },
  };
}
