import type { Spoken } from '../language/spoken';
import { bareWord } from '../language/written-word';
import type { Word } from '../pipeline/types';

/**
 * The times of the words as they are written, from those of the spoken words: 3시 has the time of 세 and 시. What is not said has
 * no time.
 * @param times one for each spoken word, in order
 * @returns undefined where the voice has found other words
 */
export function writtenWords({ words }: Spoken, times: readonly Word[]): Word[] | undefined {
  let next = 0;
  const out = words.flatMap(({ written, spoken }): Word[] => {
    if (spoken === '') return [];
    const own = times.slice(next, (next += spoken.split(' ').length));
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined ? [] : [{ text: bareWord(written), startMs: first.startMs, endMs: last.endMs }];
  });
  return next === times.length ? out : undefined;
}
