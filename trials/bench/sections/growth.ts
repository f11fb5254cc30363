import { single, type Figure } from '../figure';
import { USUAL_SECONDS } from '../plan';

/** A second of a long utterance may take so much longer than one of 3 s: caches are finite, and the machine has other
 *  things to do. */
const MOST = 1.3;

/**
 * How the time grows with the length of the audio: the least CPU time (wall time where there is none) for each second of
 * it, since a few medians on a machine that has other things to do differ by more than the growth; and the longest utterance's by that of 3 s, which is 1 or less where the growth is linear (less where something is paid
 * once for each utterance).
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
  // With nothing longer than that there is no growth to see.
  if (longest === undefined || usual === undefined || longest === usual) return each;
  const ratio = longest.ms === null || usual.ms === null ? null : longest.ms / usual.ms;
  const title = `${name}: a second of ${longest.seconds} s by a second of ${usual.seconds} s`;
  return [...each, single(`growth.${id}`, title, 'times', ratio, MOST)];
}
