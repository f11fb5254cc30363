import { endOfSpeech, type EndOfSpeech } from '../audio/end-of-speech';
import { FLOOR_DB, medianDb } from '../audio/levels';
import { openMicrophone, type Microphone } from '../audio/microphone';
import type { Topic } from './messages';
import type { State } from './state';
import { newAttempt } from './storage';

/** A count that can't be missed: so many steps of so many ms. */
const COUNT = 3;
const COUNT_MS = 550;
/** So much before "speak now" is kept: the speaker may have started early. */
const KEPT_MS = 300;
/** The longest pause inside a sentence. */
const PAUSE_MS = 1300;
/** The longest recording: this, or so many times the voice's time and some seconds more. */
const LEAST_LIMIT_MS = 10_000;
const LIMIT_BY_VOICE = 2.5;
const LIMIT_MORE_MS = 4000;
/** The flow's mic node ends a recording by itself a little later. */
const MOST_LIMIT_MS = 60_000;
/** Levels of a room, dBFS. */
const QUIET_ROOM = -50;
const LOUD_ROOM = -38;

export type Tell = (topic: Topic, more?: { payload?: unknown; voice?: string; slow?: boolean; recording?: string }) => void;

/** A learner's try, from the press of the button until the flow answers. */
export interface Attempting {
  readonly record: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Scores a recording that comes with the flow. */
  readonly tryBundled: (recording: string) => void;
  /** Ends the try without a result. */
  readonly fail: (title: string, text: string) => void;
  /** Waits for the result of an earlier try, which is sent again. */
  readonly resume: (attempt: string) => void;
  /** Ends the try: its result is there. */
  readonly finish: () => void;
  readonly takeLevel: (levelDb: number) => void;
  /** The page is left, or is in the background: the browser stops its microphone. */
  readonly leave: () => void;
}

/** @param voiceMs how long the voice takes for the sentence */
export function createAttempting(state: State, tell: Tell, voiceMs: () => number): Attempting {
  let microphone: Microphone | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let end: EndOfSpeech | null = null;
  let startedAt = 0;

  const begin = (phase: State['phase']): string => {
    clearInterval(timer);
    if (state.voiceMayBeLost) {
      state.voiceMayBeLost = false;
      tell('say', { payload: state.text, voice: state.voice });
    }
    Object.assign(state, { phase, problem: null, result: null, attempt: newAttempt(), count: 0, elapsedMs: 0, speaks: false, level: FLOOR_DB });
    return state.attempt;
  };
  const isOver = (attempt: string): boolean => state.attempt !== attempt;
  const finish = (): void => {
    clearInterval(timer);
    microphone?.close();
    microphone = null;
    Object.assign(state, { phase: 'idle', attempt: '', level: FLOOR_DB, speaks: false, sendsAgain: false });
  };
  const fail = (title: string, text: string): void => {
    finish();
    state.problem = { title, text };
  };
  const stop = async (): Promise<void> => {
    if (state.phase !== 'recording') return;
    clearInterval(timer);
    state.phase = 'scoring';
    state.level = FLOOR_DB;
    const { attempt } = state;
    if (microphone === null) {
      tell('stop', { payload: false });
      return;
    }
    const own = microphone;
    microphone = null;
    const wav = await own.finish();
    if (!isOver(attempt)) tell('recording', { payload: wav });
  };
  /** During the count nobody speaks: what is heard then is the room. */
  const takeLevel = (level: number): void => {
    if (state.phase === 'countdown') {
      state.room.push(level);
      const room = medianDb(state.room);
      state.light = room < QUIET_ROOM ? 'green' : room < LOUD_ROOM ? 'amber' : 'red';
    }
    if (state.phase !== 'countdown' && state.phase !== 'recording') return;
    state.level = level;
    if (state.phase !== 'recording' || end === null) return;
    if (end.hear(level, performance.now())) void stop();
    else state.speaks = end.heard();
  };

  const open = async (attempt: string): Promise<boolean> => {
    if (state.source === 'machine') {
      tell('record', { payload: true });
      return true;
    }
    try {
      const opened = await openMicrophone(takeLevel, () => fail('microphoneError', 'microphoneLost'));
      if (isOver(attempt)) {
        opened.close();
        return false;
      }
      microphone = opened;
      return true;
    } catch (error) {
      if (!isOver(attempt)) fail('microphoneError', error instanceof Error ? error.name : String(error));
      return false;
    }
  };

  return {
    record: async () => {
      const attempt = begin('opening');
      state.room = [];
      state.light = 'unknown';
      if (!(await open(attempt))) return;
      state.phase = 'countdown';
      for (state.count = COUNT; state.count > 0; state.count--) {
        await new Promise((resolve) => setTimeout(resolve, COUNT_MS));
        if (isOver(attempt)) return;
      }
      microphone?.begin(KEPT_MS);
      end = endOfSpeech(medianDb(state.room), PAUSE_MS);
      state.limitMs = Math.min(MOST_LIMIT_MS, Math.max(LEAST_LIMIT_MS, LIMIT_BY_VOICE * voiceMs() + LIMIT_MORE_MS));
      state.phase = 'recording';
      startedAt = performance.now();
      timer = setInterval(() => {
        state.elapsedMs = performance.now() - startedAt;
        if (state.elapsedMs >= state.limitMs) void stop();
      }, 100);
    },
    stop,
    tryBundled: (recording) => {
      begin('scoring');
      tell('try', { recording });
    },
    fail,
    resume: (attempt) => Object.assign(state, { phase: 'scoring', attempt, sendsAgain: true }),
    finish,
    takeLevel,
    leave: () => {
      if (state.source === 'browser' && (state.phase === 'countdown' || state.phase === 'recording')) fail('recordingStopped', 'background');
    },
  };
}
