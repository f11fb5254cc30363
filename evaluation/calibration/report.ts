import type { Agreement } from '../../pipeline/siamese/calibration-file';
import { DEFAULT_SCALE, type RatingScale } from '../rating-scale';
import type { RatedRows } from './rated-rows';
import { MAX_CHANCE, type Fitted, type Judged } from './fit-map';
import type { Ratings } from './ratings';
import type { Rest } from './trial';
import type { Units } from './units';

const LABELS: Readonly<Record<keyof Agreement, string>> = {
  rmse: 'Root mean squared error',
  mae: 'Mean absolute error',
  pearson: 'Pearson',
  spearman: 'Spearman',
};
const WIDTH = 26;

/** A hint if no scale was given but the ratings look like a smaller scale. Without it, a scale that ends at 5 would give at most
 *  50 points. */
export function scaleHint(ratings: readonly number[]): string {
  const highest = Math.max(...ratings);
  if (highest > DEFAULT_SCALE.high / 2) return '';
  return `No rating is above ${highest}; if that is the best one, say so, such as --scale 1-${highest}.\n`;
}

/** A sentence about the recordings that were left out, and why; '' if there are none. */
export function leftOut({ other, unrated }: RatedRows, { refused, failed, repeated, unheard }: Ratings): string {
  const verdicts = Object.entries(refused).map(([verdict, count]) => `${verdict} ${count}`);
  const refusals = Object.values(refused).reduce((sum, count) => sum + count, 0);
  const parts = [
    ...(other > 0 ? [`${other} of another sentence`] : []),
    ...(unrated > 0 ? [`${unrated} without a rating`] : []),
    ...(refusals > 0 ? [`${refusals} refused, which have no score (${verdicts.join(', ')})`] : []),
    ...(failed > 0 ? [`${failed} that failed`] : []),
    ...(unheard > 0 ? [`${unheard} that the ear has not rated`] : []),
  ];
  const left = parts.length === 0 ? '' : `Left out: ${parts.join(', ')}.\n`;
  const twice = repeated === 1 ? '1 recording is' : `${repeated} recordings are`;
  return repeated === 0 ? left : `${left}${twice} rated more than once: the mean counts.\n`;
}

/** The figures before and after, as a table for the terminal. @param ear whether the ear has rated the recordings too */
export function fitReport({ ratings, speakers, bySpeaker }: Units, fitted: Fitted, { low, high }: RatingScale, ear: boolean): string {
  const of = speakers === null ? '' : ` of ${speakers} ${speakers === 1 ? 'speaker' : 'speakers'}`;
  const unit = bySpeaker ? 'speakers' : 'recordings';
  const lines: [string, string][] = [
    ['Ratings', `${ratings.length} recordings${of}, scale from ${low} (0 points) to ${high} (100 points)`],
    ['Score', ear ? 'of the distance and the ear' : 'of the distance alone'],
    ['Cross-validation', `${fitted.folds} folds, each of ${unit} that the map was not fitted to`],
    ['Map', fitted.method],
    ['Due to chance', `p = ${fitted.chance.toFixed(3)} (permutation test; up to ${MAX_CHANCE} counts as no chance)`],
    ['', `${'before'.padEnd(WIDTH)}after, 95 % intervals`],
    ...(Object.keys(LABELS) as (keyof Agreement)[]).map((key): [string, string] => [
      LABELS[key],
      figure(fitted.before, key).padEnd(WIDTH) + figure(fitted.after, key),
    ]),
  ];
  return lines.map(([label, value]) => `${label.padEnd(WIDTH)}${value}`.trimEnd() + '\n').join('');
}

function figure({ agreement, intervals }: Judged, key: keyof Agreement): string {
  const interval = intervals[key];
  const bounds = interval === null ? '' : ` (${interval.map((bound) => bound.toFixed(2)).join(' to ')})`;
  return (agreement[key]?.toFixed(3) ?? '-') + bounds;
}

/** The agreement on the recordings that the map was not fitted to; '' if there are none. */
export function restReport(rest: Rest | null): string {
  if (rest === null) return '';
  const [before, after] = [rest.before, rest.after].map(({ rmse }) => rmse.toFixed(3));
  return `${'The other recordings'.padEnd(WIDTH)}${rest.n}, root mean squared error ${before} before, ${after} after\n`;
}

/** Where the map was written; '' if no file was requested. */
export function fileSentence(file: string | null, asked: string | undefined): string {
  if (asked === undefined) return '';
  return file === null ? 'Nothing was written.' : `Written to ${file}.`;
}

/** One sentence that says whether the map helps, and if not, why. */
export function findingSentence({ finding, chance, before, after }: Fitted, { low, high }: RatingScale): string {
  const [plain, mapped] = [before, after].map(({ agreement }) => agreement.rmse.toFixed(2));
  switch (finding) {
    case 'helps':
      return `The map helps: the error falls from ${plain} to ${mapped} points of the scale.`;
    case 'falling':
      return (
        `The map does not help: the ratings fall as the score rises (Spearman ${before.agreement.spearman?.toFixed(2) ?? '-'}); ` +
        `if ${low} is the best rating, say --scale ${high}-${low}.`
      );
    case 'chance':
      return (
        `The map does not help: ratings that have nothing to do with the recordings could be told as well (p = ${chance.toFixed(3)}); ` +
        'rate more recordings, good ones and bad ones.'
      );
    case 'no gain':
      return (
        `The map does not help: in cross-validation the scores fit the ratings about as well without it (error ${plain}, ` +
        `with the map ${mapped}); more rated recordings may tell.`
      );
  }
}
