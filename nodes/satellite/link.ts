import { connect, type Socket } from 'node:net';

import { phrase, PronError, type ErrorDetail } from '../../base/errors';
import { hostAndPort, WyomingFault, wyomingBytes, wyomingReader, type EventLimits, type WyomingEvent } from '../../voices/wyoming';

/** A chunk of samples has a few kB; a satellite's description as well. */
const LIMITS: EventLimits = { line: 65_536, data: 262_144, payload: 131_072 };
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** Then the system asks whether the satellite is still there. */
const KEEP_ALIVE_MS = 10_000;
/** What a satellite may leave unread before it is given up, bytes. */
const MAX_UNREAD = 8_000_000;

export interface LinkOptions {
  readonly address: string;
  readonly onEvent: (event: WyomingEvent) => void;
  readonly onConnected: () => void;
  /** Each time that it can't be reached or is lost. */
  readonly onLost: (error: PronError) => void;
}

/** A connection to a satellite that is made again when it breaks. */
export interface Link {
  readonly isConnected: () => boolean;
  readonly send: (bytes: Buffer) => void;
  readonly close: () => void;
}

/** Connects to a satellite and tells it to run. @throws PronError PRON_BAD_SETTING for a wrong address */
export function openLink({ address, onEvent, onConnected, onLost }: LinkOptions): Link {
  const target = hostAndPort(address);
  let socket: Socket | undefined;
  let isConnected = false;
  let isClosed = false;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;

  function open(): void {
    const read = wyomingReader(LIMITS);
    let reason: ErrorDetail = phrase('serverHungUp');
    const made = connect({ ...target, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS });
    socket = made;
    made.on('connect', () => {
      isConnected = true;
      pauseMs = FIRST_PAUSE_MS;
      made.write(wyomingBytes('run-satellite', {}));
      onConnected();
    });
    made.on('error', (error: NodeJS.ErrnoException) => {
      reason = error instanceof WyomingFault ? phrase('peerNotWyoming') : (error.code ?? error.message);
    });
    made.on('data', (piece) => {
      try {
        read(piece).forEach(onEvent);
      } catch (error) {
        made.destroy(error as Error);
      }
    });
    made.on('close', () => {
      isConnected = false;
      if (isClosed) return;
      onLost(new PronError('PRON_SATELLITE', { address, reason }));
      timer = setTimeout(open, pauseMs);
      pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
    });
  }
  open();

  return {
    isConnected: () => isConnected,
    send: (bytes) => {
      socket?.write(bytes);
      if ((socket?.writableLength ?? 0) > MAX_UNREAD) socket?.destroy();
    },
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      socket?.destroy();
    },
  };
}
