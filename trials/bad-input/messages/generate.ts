import { pick, type Random } from '../../../base/random';
import type { MelSpectrogram } from '../../../pipeline/types';
import { oddValue } from '../odd-value';

/** What a correct message holds. */
export interface GoodParts {
  readonly wav: Buffer;
  readonly mel: MelSpectrogram;
}

export interface OddMessage {
  readonly msg: Record<string, unknown>;
  readonly how: string;
}

/** What a node takes as its payload. */
export type Takes = 'wav' | 'mel' | 'text' | 'command';

const FACTS = [
  'role', 'session', 'text', 'language', 'words', 'sampleRate', 'durationMs', 'level', 'levelNow', 'saturatedShare', 'noise', 'speech', 'heard', 'score',
  '__proto__', 'constructor',
];
const INNER: readonly (readonly [fact: string, key: string])[] = [
  ['level', 'peakDb'], ['level', 'rmsDb'], ['level', 'clippedShare'], ['level', 'other'], ['noise', 'snrDb'], ['noise', 'light'], ['noise', 'other'],
  ['speech', 'startMs'], ['speech', 'endMs'], ['speech', 'other'],
];
const OTHER_KEYS = ['noiseProfile', 'filename', 'language', 'error', 'image', '_event', 'hasOwnProperty', 'topic', 'parts', 'req', 'level', '_msgid'];
const MEL_KEYS = ['data', 'bands', 'frames', 'parameters', 'startMs', 'filters', 'other'];

type Facts = Record<string, unknown>;
type Change = (msg: Record<string, unknown> & { pronunciation: Facts }, random: Random) => string;

/** Defines the key like any other: an object literal would set the prototype. */
function put(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

const CHANGES: readonly Change[] = [
  (msg, random) => {
    msg['payload'] = oddValue(random);
    return 'payload';
  },
  (msg, random) => {
    put(msg, 'pronunciation', oddValue(random));
    return 'pronunciation';
  },
  (msg, random) => {
    const fact = pick(FACTS, random);
    put(msg.pronunciation, fact, oddValue(random));
    return fact;
  },
  (msg, random) => {
    const [fact, key] = pick(INNER, random);
    put(msg.pronunciation[fact] as object, key, oddValue(random));
    return `${fact}.${key}`;
  },
  (msg, random) => {
    const word: Facts = { text: 'a', startMs: 0, endMs: 100 };
    const key = pick(['text', 'startMs', 'endMs', 'other'], random);
    put(word, key, oddValue(random));
    msg.pronunciation['words'] = random() < 0.5 ? [word] : [oddValue(random), word];
    return `words and ${key} of a word`;
  },
  (msg, random) => {
    const key = pick(OTHER_KEYS, random);
    put(msg, key, oddValue(random));
    return key;
  },
];

function changeMel(msg: Record<string, unknown>, mel: MelSpectrogram, random: Random): string {
  const copy: Facts = { ...mel, data: mel.data.slice(), parameters: { ...mel.parameters } };
  msg['payload'] = copy;
  if (random() < 0.3) {
    const value = pick([NaN, Infinity, 3e38, -3e38, 1e10, -1e10, 1e-45, 100], random);
    (copy['data'] as Float32Array).fill(value, 0, pick([1, 64, mel.data.length], random));
    return `${value} in the mel`;
  }
  if (random() < 0.4) {
    const key = pick([...Object.keys(mel.parameters), 'other'], random);
    put(copy['parameters'] as object, key, oddValue(random));
    return `parameters.${key}`;
  }
  const key = pick(MEL_KEYS, random);
  put(copy, key, oddValue(random));
  return key;
}

/** A good message for a node, in which one thing is wrong. */
export function oddMessage(takes: Takes, { wav, mel }: GoodParts, random: Random): OddMessage {
  const payload = { wav, mel, text: 'ja', command: 'stop' }[takes];
  const facts = {
    role: pick(['learner', 'reference'], random),
    level: { peakDb: -6, rmsDb: -20, clippedShare: 0 }, noise: { snrDb: 30, light: 'green' }, speech: { startMs: 100, endMs: 500 },
  };
  const msg = { payload, pronunciation: facts };
  if (takes === 'mel' && random() < 0.5) return { msg, how: changeMel(msg, mel, random) };
  return { msg, how: pick(CHANGES, random)(msg, random) };
}
