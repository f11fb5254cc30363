import { connect } from 'node:net';
import { phrase, PronError, type ErrorDetail } from '../../base/errors';
import { WyomingFault, wyomingBytes, wyomingReader, type WyomingEvent } from './events';
import { withOneRetry } from '../server';

const ENGINE = 'wyoming';

export interface WyomingQuestion {
  /** `host:port` */
  readonly address: string;
  readonly type: string;
  readonly data: object;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Gets the events in order. Resolves the conversation when it returns true. It may throw a PronError. */
  readonly onEvent: (event: WyomingEvent) => boolean;
}

/** Host and port of `host:port`, `[::1]:port` or the same behind `tcp://`. @throws PronError PRON_BAD_SETTING */
export function hostAndPort(address: string): { readonly host: string; readonly port: number } {
  const [, host, port] = /^(?:tcp:\/\/)?(\[[\da-f:.]+\]|[^\s:/@[\]]+):(\d{1,5})\/?$/i.exec(address.trim()) ?? [];
  const number = Number(port);
  if (host === undefined || !(number >= 1 && number <= 65535)) {
    throw new PronError('PRON_BAD_SETTING', { setting: 'address', value: address, expected: phrase('aHostAndPort') });
  }
  return { host: host.replace(/^\[|\]$/g, ''), port: number };
}

/**
 * Asks a Wyoming server one question and reads its events until the answer is complete. A server that can't be reached,
 * or that hangs up before it has said anything, is asked once more.
 * @throws PronError PRON_TTS_SERVER, PRON_TTS_FAILED, PRON_TTS_TIMEOUT, PRON_CLOSED, PRON_BAD_SETTING
 */
export async function askWyoming(question: WyomingQuestion): Promise<void> {
  hostAndPort(question.address);
  const endsAt = performance.now() + question.timeoutMs;
  return withOneRetry('PRON_TTS_SERVER', () => converse(question, Math.max(1, endsAt - performance.now())));
}

function converse({ address, type, data, timeoutMs, signal, onEvent }: WyomingQuestion, leftMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new PronError('PRON_CLOSED', { job: ENGINE }));
      return;
    }
    const read = wyomingReader();
    const socket = connect(hostAndPort(address));
    let hasSpoken = false;
    const end = (error?: Error): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      socket.destroy();
      if (error === undefined) resolve();
      else reject(error);
    };
    const abort = (): void => end(new PronError('PRON_CLOSED', { job: ENGINE }));
    const timer = setTimeout(
      () => end(new PronError('PRON_TTS_TIMEOUT', { engine: ENGINE, seconds: Math.round(timeoutMs / 1000) })),
      leftMs,
    );
    signal?.addEventListener('abort', abort);
    // A second try after the first sounds would say them twice.
    const lost = (reason: ErrorDetail): PronError =>
      hasSpoken
        ? new PronError('PRON_TTS_FAILED', { engine: ENGINE, reason: phrase('serverHungUp') })
        : new PronError('PRON_TTS_SERVER', { address, reason });
    socket.on('error', (error: NodeJS.ErrnoException) => end(lost(error.code ?? error.message)));
    socket.on('connect', () => socket.write(wyomingBytes(type, data)));
    socket.on('data', (piece) => {
      hasSpoken = true;
      try {
        if (read(piece).some(onEvent)) end();
      } catch (error) {
        const isOther = error instanceof WyomingFault;
        end(isOther ? new PronError('PRON_TTS_FAILED', { engine: ENGINE, reason: phrase('notWyoming', { address }) }) : (error as Error));
      }
    });
    // After `end` it settles nothing any more.
    socket.on('close', () => end(lost(phrase('serverHungUp'))));
  });
}
