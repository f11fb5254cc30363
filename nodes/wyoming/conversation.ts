import type { Socket } from 'node:net';

import { phrase, PronError } from '../../base/errors';
import { wavOfPcm16 } from '../../pipeline/pcm16';
import { audioEvents, pcm16Rate, WyomingFault, wyomingBytes, wyomingReader, type EventLimits, type WyomingEvent } from '../../voices/wyoming';
import { dismiss, peerFault, writeTo } from './write';

/** A text that a peer wants to hear. What it does not name is undefined. */
export interface SpeakQuestion {
  readonly text: string;
  readonly language: string | undefined;
  readonly voice: string | undefined;
  readonly speaker: string | undefined;
}

/** Who answers. Each may throw an error, which the peer gets as an `error` event. */
export interface Answers {
  readonly describe: () => Promise<object>;
  readonly speak: (question: SpeakQuestion, signal: AbortSignal) => Promise<{ readonly wav: Uint8Array; readonly sampleRate: number }>;
  readonly hear: (wav: Buffer, language: string | undefined) => Promise<{ readonly text: string; readonly language: string }>;
}

/** Bytes and times that a peer may take. */
export interface PeerLimits {
  readonly event: EventLimits;
  /** Bytes of one utterance. */
  readonly utterance: number;
  /** Until the next event is complete, ms. */
  readonly eventMs: number;
}

/** A chunk of a second at 48 kHz; two minutes of speech at 16 kHz. */
export const PEER_LIMITS: PeerLimits = {
  event: { line: 65_536, data: 65_536, payload: 131_072 }, utterance: 4_000_000, eventMs: 60_000,
};

/** An utterance as it comes. The samples are copied into one block: the chunks are views over what came with them. */
interface Utterance {
  readonly rate: number;
  samples: Buffer;
  size: number;
}

const FIRST_BYTES = 65_536;

function append(utterance: Utterance, payload: Buffer): void {
  const size = utterance.size + payload.length;
  if (size > utterance.samples.length) {
    const larger = Buffer.alloc(Math.max(size, 2 * utterance.samples.length));
    utterance.samples.copy(larger, 0, 0, utterance.size);
    utterance.samples = larger;
  }
  payload.copy(utterance.samples, utterance.size);
  utterance.size = size;
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function questionIn({ text, voice }: WyomingEvent['data']): SpeakQuestion {
  const { name, language, speaker } = typeof voice === 'object' && voice !== null ? (voice as Readonly<Record<string, unknown>>) : {};
  return { text: typeof text === 'string' ? text : '', language: textIn(language), voice: textIn(name), speaker: textIn(speaker) };
}

/**
 * Answers one peer until it hangs up, one event after the other: while it is answered nothing is read, so it can't fill the memory.
 * A failure is told to the peer, and ends the conversation: Home Assistant waits for the end, not for `error` events.
 * @param toError an error as the peer is told it
 * @throws PronError PRON_WYOMING_PEER for a peer that breaks the protocol or a limit; that of an answer
 */
export async function converse(socket: Socket, answers: Answers, toError: (error: unknown) => PronError, limits = PEER_LIMITS): Promise<void> {
  const read = wyomingReader(limits.event);
  const gone = new AbortController();
  socket.once('close', () => gone.abort());
  let language: string | undefined;
  let utterance: Utterance | undefined;

  const send = (type: string, data: object): Promise<void> => writeTo(socket, wyomingBytes(type, data));

  function start(data: WyomingEvent['data']): Utterance {
    const rate = pcm16Rate(data);
    if (rate === undefined) throw peerFault(socket, phrase('notPcm16Mono'));
    return { rate, samples: Buffer.alloc(FIRST_BYTES), size: 0 };
  }

  async function transcribe({ rate, samples, size }: Utterance): Promise<void> {
    const heard = await answers.hear(wavOfPcm16(samples.subarray(0, size), rate), language);
    await send('transcript', heard);
  }

  async function answer({ type, data, payload }: WyomingEvent): Promise<void> {
    switch (type) {
      case 'describe':
        return send('info', await answers.describe());
      case 'ping':
        return send('pong', { text: textIn(data['text']) ?? null });
      case 'synthesize': {
        const { wav, sampleRate } = await answers.speak(questionIn(data), gone.signal);
        for (const bytes of audioEvents(wav, sampleRate)) await writeTo(socket, bytes);
        return;
      }
      case 'transcribe':
        language = textIn(data['language']);
        return;
      case 'audio-start':
        utterance = start(data);
        return;
      case 'audio-chunk':
        utterance ??= start(data);
        if (utterance.size + payload.length > limits.utterance) throw peerFault(socket, phrase('peerTooMuch', { limit: limits.utterance }));
        append(utterance, payload);
        return;
      case 'audio-stop': {
        const spoken = utterance;
        utterance = undefined;
        if (spoken !== undefined) return transcribe(spoken);
      }
      // What the protocol may learn later is not ours to judge.
    }
  }

  // A throw inside `for await` would destroy the socket before the peer has read why.
  const pieces = socket.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  try {
    for (let endsAt = performance.now() + limits.eventMs; ; ) {
      const next = await within(endsAt - performance.now(), pieces.next());
      if (next.done === true) break;
      const events = eventsIn(next.value);
      for (const event of events) await answer(event);
      if (events.length > 0) endsAt = performance.now() + limits.eventMs;
    }
    socket.destroySoon();
  } catch (error) {
    void pieces.return?.();
    if (socket.destroyed) return; // the peer has hung up, and wants no answer
    const told = toError(error);
    dismiss(socket, told);
    throw told;
  }

  async function within<Result>(ms: number, work: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(peerFault(socket, phrase('peerSlow', { seconds: limits.eventMs / 1000 }))), ms);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  function eventsIn(piece: Buffer): WyomingEvent[] {
    try {
      return read(piece);
    } catch (error) {
      throw error instanceof WyomingFault ? peerFault(socket, phrase('peerNotWyoming')) : error;
    }
  }
}
