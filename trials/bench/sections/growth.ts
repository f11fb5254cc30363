import { single, type Figure } from '../figure';
import { USUAL_SECONDS } from '../plan';

/** A second of a long utterance may take this many times as long as a second of 3 s, because caches are finite and the machine
 *  has other work. */
const MOST = 1.3;

/**
 * How the time grows with the length of the audio: the least CPU time (or wall time, if there is none) for each second of
 * audio. The least time is used because a few medians on a busy machine differ by more than the growth. The last figure is the
 * value of the longest utterance divided by that of 3 s. It is 1 if the growth is linear, and less if there is a fixed cost for
 * each utterance.
 */
export function growthFigure(id: string, name: string, byLength: ReadonlyMap<number, Figure>): Figure[] {
  const perSecond = [...byLength].map(([seconds, { cpu, wall }]) => {
    const ms = (cpu ?? wall)?.least;
    return { seconds, ms: ms === undefined ? null : ms / seconds };
  });
  const longest = perSecond.at(-1);
  const usual = perSecond.find(({ seconds }) => seconds === USUAL_SECONDS);
  const each = perSecond.map(({ seconds, ms }) =>
    single(`growth.${id}.${seconds}s`, `${name}: for each second of ${seconds} s`, 'ms/s', ms),
  );
  // Growth needs a longer utterance than that.
  if (longest === undefined || usual === undefined || longest === usual) return each;
  const ratio = longest.ms === null || usual.ms === null ? null : longest.ms / usual.ms;
  const title = `${name}: a second of ${longest.seconds} s by a second of ${usual.seconds} s`;
  return [...each, single(`growth.${id}`, title, 'times', ratio, MOST)];
}
