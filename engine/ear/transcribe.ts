import { repeatedTail } from '../../pipeline/ear/loop';
import type { Ear, Listened, Memory } from './ear';
import { firstPlaces, type Pass } from './pass';

/** Nobody says more tokens a second. */
const TOKENS_PER_SECOND = 12;
const FRAMES_PER_SECOND = 50;
const FEWEST_TOKENS = 8;
/** Subtitles quote whoever speaks off screen. */
const QUOTES = /^["“”]+|["“”]+$/g;
/** So many tokens that are the expected text's again, anywhere in it, may go on as it does. */
const MEETING = 2;

export interface Transcript {
  readonly text: string;
  readonly ids: readonly number[];
  /** Mean logarithm of the tokens' probabilities. */
  readonly logProbability: number;
}

/**
 * The likeliest token each time, until the end, a circle, or more than anybody can say in that time.
 * @param expected a pass over the text that was probably said. Where the transcript is the same, its tokens need no step each:
 *   they are checked at once
 */
export async function transcribe(ear: Ear, heard: Listened, prompt: readonly number[], expected?: Pass): Promise<Transcript> {
  const most = FEWEST_TOKENS + Math.ceil((heard.frames / FRAMES_PER_SECOND) * TOKENS_PER_SECOND);
  const ids: number[] = [];
  const logs: number[] = [];
  let memory: Memory | undefined;
  let met = 0;

  /** Takes the best tokens as long as they are the guessed ones, and one more. Whether that was the end. */
  const accept = ({ best, bestLogProbability }: Pick<Pass, 'best' | 'bestLogProbability'>, from: number, guess: readonly number[]): boolean => {
    for (let i = 0; from + i < best.length; i++) {
      const token = best[from + i] as number;
      logs.push(bestLogProbability[from + i] as number);
      if (token === ear.tokens.end) return true;
      ids.push(token);
      if (token !== guess[i]) return false;
    }
    return false;
  };

  let isOver = false;
  if (expected !== undefined) {
    isOver = accept(expected, 0, expected.ids);
    memory = firstPlaces(expected.memory, prompt.length + Math.max(0, ids.length - 1));
    met = ids.length;
  }
  while (!isOver && ids.length < most) {
    if (repeatedTail(ids) > 0) break;
    const meeting = expected === undefined ? -1 : meetingPlace(expected.ids, ids, met);
    const guess = meeting < 0 ? [] : (expected?.ids.slice(meeting, -1) ?? []);
    const before = ids.length;
    const given = [...(ids.length === 0 ? prompt : ids.slice(-1)), ...guess];
    const said = await ear.say(heard, given, given, memory);
    isOver = accept(said, given.length - 1 - guess.length, guess);
    if (meeting >= 0) met = meeting + ids.length - before;
    memory = guess.length === 0 ? said.memory : firstPlaces(said.memory, prompt.length + ids.length - 1);
  }
  const repeats = repeatedTail(ids);
  ids.length -= repeats;
  logs.length -= repeats;
  const sum = logs.reduce((all, log) => all + log, 0);
  return { text: ear.tokens.decode(ids).trim().replace(QUOTES, ''), ids, logProbability: sum / (ids.length + 1) };
}

/**
 * Where the expected text goes on after the transcript: near `from`, one token more or less, if the last token stands there; or
 * else where its last two tokens stand, since a text may be said twice; -1 where they are not in it.
 */
function meetingPlace(expected: readonly number[], ids: readonly number[], from: number): number {
  const last = ids.at(-1);
  const isLast = (i: number): boolean => i > 0 && i < expected.length - 1 && expected[i - 1] === last;
  const next = [from + 1, from, from + 2].find(isLast);
  if (next !== undefined) return next;
  const before = ids.at(-MEETING);
  const places = Array.from(expected.keys()).filter((i) => i >= MEETING && isLast(i) && expected[i - 2] === before);
  return places.find((i) => i >= from) ?? places[0] ?? -1;
}
