import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';

import { openRelay } from '../../test/system/support/relay';

/** A browser's connection to a widget of the dashboard, over a Wi-Fi of its own. */
export interface Connection {
  readonly send: (asked: object) => void;
  /** The Wi-Fi drops now, and is back after so long, ms. */
  readonly drop: (ms: number) => void;
  /** Waits until it is connected. */
  readonly isUp: () => Promise<void>;
  readonly dropped: () => number;
  readonly close: () => Promise<void>;
}

export interface ConnectionOptions<Told> {
  /** Node-RED's. */
  readonly port: number;
  /** The id of the widget's node. */
  readonly widget: string;
  readonly told: (msg: Told) => void;
  readonly connected: () => void;
  readonly lost: () => void;
}

const RETRY_MS = 200;

/** Connects as the dashboard's page does. */
export async function openConnection<Told>({ port, widget, told, connected, lost }: ConnectionOptions<Told>): Promise<Connection> {
  const wifi = await openRelay(port);
  const socket = io(`http://127.0.0.1:${wifi.port}`, {
    path: '/dashboard/socket.io', forceNew: true, reconnectionDelay: RETRY_MS, reconnectionDelayMax: 5 * RETRY_MS, timeout: 10_000,
  });
  socket.on('connect', connected);
  socket.on('disconnect', lost);
  socket.on(`msg-input:${widget}`, told);
  return {
    send: (asked) => void socket.emit('widget-send', widget, asked),
    drop: (ms) => {
      const restore = wifi.cut();
      setTimeout(restore, ms);
    },
    isUp: async () => {
      while (!socket.connected) await pause(20);
    },
    dropped: wifi.dropped,
    close: async () => {
      socket.disconnect();
      await wifi.close();
    },
  };
}
