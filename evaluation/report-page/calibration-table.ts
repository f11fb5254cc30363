import type { CalibrationBin } from './calibration-bins';
import { html, type Html } from './html';
import { fixed, range } from './numbers';

/** The calibration curve as numbers. */
export function calibrationTable(bins: readonly CalibrationBin[]): Html {
  const rows = bins.map(({ from, n, meanScore, meanHuman, interval }) => html`<tr><th scope="row">${from} to ${from + 10}</th><td>${n}</td><td>${fixed(meanScore, 1)}</td><td>${fixed(meanHuman, 2)}</td><td>${range(interval, (bound) => fixed(bound, 2)) ?? '-'}</td></tr>`);
  return html`<div class="scroll" role="region" aria-label="Mean rating by score" tabindex="0"><table>
<caption>Mean rating by score</caption>
<thead><tr><th scope="col">score</th><th scope="col">n</th><th scope="col">mean score</th><th scope="col">mean rating</th><th scope="col">95 %</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}
