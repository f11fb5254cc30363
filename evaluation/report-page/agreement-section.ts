import type { RatingScale } from '../rating-scale';
import { calibrationBins } from './calibration-bins';
import { calibrationCurve } from './calibration-curve';
import { calibrationTable } from './calibration-table';
import { confusionTable } from './confusion-table';
import { html, NOTHING, type Html } from './html';
import { ratedPairs, type RatedPair } from './recording';
import type { ReportData } from './report-data';
import { scatter } from './scatter';

/** Scatter plot and calibration curve, or a sentence that says why there are none. */
export function agreementSection({ pairs, groups, scale, draws }: Pick<ReportData, 'pairs' | 'groups' | 'scale' | 'draws'>): Html {
  const rated = ratedPairs(pairs);
  if (rated.length === 0) {
    return html`<p class="missing">No recording of its own sentence has a rating (column human), so there is nothing to compare the scores with.</p>`;
  }
  return agreementFigures(rated, { groups, scale, draws });
}

/** Scatter plot, calibration with its table, and right against wrong words, of scores that somebody gives. */
export function agreementFigures(rated: readonly RatedPair[], { groups: { fault }, scale, draws }: Pick<ReportData, 'groups' | 'scale' | 'draws'>): Html {
  const fits = fault === null;
  const shown = fits ? scale : spanOf(rated);
  const why = fits ? NOTHING : html`<p class="missing">No line of full agreement: ${fault}</p>`;
  const bins = calibrationBins(rated, draws);
  return html`${why}<div class="pair">
<figure><figcaption>Each recording: rating and score</figcaption>
${scatter(rated, shown, fits)}
<p class="note">${fits ? 'On the broken line the score equals the rating; above it the score is milder. ' : ''}Refused
recordings are shown at the score that they would have. Point at a mark to see which recording it is.</p></figure>
<figure><figcaption>What a score means: mean rating by score</figcaption>
${calibrationCurve(bins, shown, fits)}
<p class="note">Recordings in steps of 10 points of score, with their number and the 95 % interval of the mean rating (none
with fewer than three speakers).${fits ? ' Above the broken line the raters are milder than the score.' : ''}</p></figure>
</div>${calibrationTable(bins)}${fits ? confusionTable(rated, scale) : NOTHING}`;
}

/** Lowest and highest rating, for an axis. If all ratings are equal, the range is made wider. */
function spanOf(rated: readonly RatedPair[]): RatingScale {
  const ratings = rated.map(({ human }) => human);
  const low = ratings.reduce((least, rating) => Math.min(least, rating));
  const high = ratings.reduce((most, rating) => Math.max(most, rating));
  return low === high ? { low: low - 1, high: high + 1 } : { low, high };
}
