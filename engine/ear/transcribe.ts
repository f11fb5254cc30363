import { repeatedTail } from '../../pipeline/ear/loop';
import type { Ear, Listened, Memory } from './ear';

/** Nobody says more tokens a second. */
const TOKENS_PER_SECOND = 12;
const FRAMES_PER_SECOND = 50;
const FEWEST_TOKENS = 8;
/** Subtitles quote whoever speaks off screen. */
const QUOTES = /^["“”]+|["“”]+$/g;

export interface Transcript {
  readonly text: string;
  readonly ids: readonly number[];
  /** Mean logarithm of the tokens' probabilities. */
  readonly logProbability: number;
}

/** The likeliest token each time, until the end, a circle, or more than anybody can say in that time. */
export async function transcribe(ear: Ear, heard: Listened, prompt: readonly number[]): Promise<Transcript> {
  const most = FEWEST_TOKENS + Math.ceil((heard.frames / FRAMES_PER_SECOND) * TOKENS_PER_SECOND);
  const ids: number[] = [];
  let sum = 0;
  let given = prompt;
  let memory: Memory | undefined;
  while (ids.length < most) {
    const said = await ear.say(heard, given, given, memory);
    const best = said.best.at(-1) as number;
    sum += said.bestLogProbability.at(-1) as number;
    if (best === ear.tokens.end) break;
    ids.push(best);
    const repeats = repeatedTail(ids);
    if (repeats > 0) {
      ids.length -= repeats;
      break;
    }
    given = [best];
    memory = said.memory;
  }
  return { text: ear.tokens.decode(ids).trim().replace(QUOTES, ''), ids, logProbability: sum / (ids.length + 1) };
}
