import { createTake, DEFAULT_ENDPOINT, type RecordedAudio, type Take } from '../../devices/recorder';
import { pcm16Rate, type WyomingEvent } from '../../voices/wyoming';
import type { SatelliteSettings } from './settings';

/** A satellite that always streams sends silence as well: so much of it is kept at most. */
const SILENCE_MS = 3000;
/** What is kept of it, so that the beginning of the first word is there. */
const BEFORE_MS = 500;

export interface UtteranceEvents {
  /** Somebody has spoken and finished. */
  readonly onUtterance: (audio: RecordedAudio) => void;
  /** The satellite need not stream any longer: an utterance has ended, or nobody spoke. */
  readonly onEnd: () => void;
  /** Its sound is not 16-bit mono. */
  readonly onWrongForm: () => void;
}

/** Cuts the stream of a satellite's microphone into utterances. Takes its events in their order. */
export function cutUtterances({ silenceMs, maxSeconds }: SatelliteSettings, { onUtterance, onEnd, onWrongForm }: UtteranceEvents): (event: WyomingEvent) => void {
  let take: Take | undefined;
  let rate = 0;
  /** The newest chunks, as long as nobody has spoken. */
  let recent: Buffer[] = [];

  function newTake(first: readonly Buffer[] = []): Take {
    const made = createTake(rate, { maxMs: 1000 * maxSeconds, endpoint: { ...DEFAULT_ENDPOINT, silenceMs } });
    for (const chunk of first) made.push(chunk);
    return made;
  }

  /** The newest chunks that make up BEFORE_MS. */
  function keepRecent(chunk: Buffer): void {
    recent.push(chunk);
    const wanted = (2 * rate * BEFORE_MS) / 1000;
    let size = recent.reduce((sum, { length }) => sum + length, 0);
    while (size - (recent[0]?.length ?? 0) >= wanted) size -= recent.shift()?.length ?? 0;
  }

  function finish(end: RecordedAudio['end']): void {
    const finished = take;
    take = undefined;
    recent = [];
    if (finished?.hasSpeech() === true) onUtterance(finished.audio(end));
    onEnd();
  }

  function add(data: WyomingEvent['data'], payload: Buffer): void {
    const itsRate = pcm16Rate(data);
    if (itsRate === undefined) {
      onWrongForm();
      return;
    }
    if (itsRate !== rate) take = undefined;
    rate = itsRate;
    // A copy: the chunk is a view over whatever came with it.
    const chunk = Buffer.from(payload.subarray(0, payload.length - (payload.length % 2)));
    keepRecent(chunk);
    take ??= newTake();
    const end = take.push(chunk);
    if (end !== undefined) finish(end);
    else if (take.ms > SILENCE_MS && !take.hasSpeech()) take = newTake(recent);
  }

  return ({ type, data, payload }) => {
    if (type === 'run-pipeline') {
      take = undefined;
      recent = [];
    }
    if (type === 'audio-chunk') add(data, payload);
    if (type === 'audio-stop' && take !== undefined) finish('stopped');
  };
}
