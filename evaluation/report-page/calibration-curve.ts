import type { RatingScale } from '../rating-scale';
import type { CalibrationBin } from './calibration-bins';
import { chartFrame, svg } from './chart-frame';
import { html, NOTHING, type Html } from './html';
import { at, count, fixed, range } from './numbers';

/**
 * A chart of the score (x) and the mean human rating (y) of the recordings with such a score.
 * @param scale the ends of the rating axis @param diagonal whether to draw the line on which rating and score are equal
 */
export function calibrationCurve(bins: readonly CalibrationBin[], scale: RatingScale, diagonal: boolean): Html {
  const { x, y, grid } = chartFrame(
    { title: 'score', low: 0, high: 100 },
    { title: 'mean human rating', ...scale },
  );
  const line = diagonal
    ? html`<line class="diagonal" x1="${at(x(0))}" y1="${at(y(scale.low))}" x2="${at(x(100))}" y2="${at(y(scale.high))}"/>`
    : NOTHING;
  const curve = bins.map(({ meanScore, meanHuman }) => `${at(x(meanScore))},${at(y(meanHuman))}`).join(' ');
  const points = bins.map((bin) => {
    const { from, n, meanScore, meanHuman, interval } = bin;
    const place = at(x(meanScore));
    const bar = interval === null ? NOTHING : html`<line class="error" x1="${place}" x2="${place}" y1="${at(y(interval[0]))}" y2="${at(y(interval[1]))}"/>`;
    return html`<g><title>Scores ${from} to ${from + 10}: mean rating ${fixed(meanHuman, 2)}${boundsOf(bin)}, ${count(n, 'recording')}</title>
${bar}<circle class="point" cx="${place}" cy="${at(y(meanHuman))}" r="5"/><text class="count middle" x="${at(x(from + 5))}" y="${at(y(scale.low) - 8)}">${n}</text></g>`;
  });
  return svg(440, 440, labelOf(bins), html`${grid}${line}<polyline class="curve" points="${curve}"/>${points}`);
}

function boundsOf({ interval }: CalibrationBin): string {
  const bounds = range(interval, (bound) => fixed(bound, 2));
  return bounds === null ? '' : ` (95 %: ${bounds})`;
}

function labelOf(bins: readonly CalibrationBin[]): string {
  const parts = bins.map((bin) => `${bin.from} to ${bin.from + 10}: ${fixed(bin.meanHuman, 1)}`);
  return `Mean human rating by score. ${parts.join(', ')}.`;
}
