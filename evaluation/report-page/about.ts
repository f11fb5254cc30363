import { html, NOTHING, type Html } from './html';
import { count } from './numbers';
import type { ReportData } from './report-data';

const MOST_FAILURES = 50;

/** Model, date and counts. */
export function runFacts({ model, calibration, date, table, evaluation, groups, failures }: ReportData): Html {
  const facts = [
    ['Model', `${model.name} (${model.title})`],
    ...(calibration === null ? [] : [['Calibration', calibration]]),
    ['Date', `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ['Table', table],
    ['Pairs measured', evaluation.n.toLocaleString('en')],
    ['Scored', evaluation.scored.toLocaleString('en')],
    ['Rated', groups.all.rated.toLocaleString('en')],
    [groups.drawn === 'pair' ? 'Recordings' : 'Speakers', groups.all.speakers.toLocaleString('en')],
    ...(failures.length > 0 ? [['Failed', failures.length.toLocaleString('en')]] : []),
  ];
  return html`<ul class="run">${facts.map(([name = '', value = '']) => html`<li><span>${name}</span> ${value}</li>`)}</ul>`;
}

/** What the figures stand on, and what failed. */
export function aboutSection({ voice, calibration, scale, groups, draws, failures, limits }: ReportData): Html {
  const drawn =
    groups.drawn === 'pair'
      ? 'single pairs, because the table names no speakers: the true intervals are wider'
      : `whole groups of the column ${groups.drawn}, because the recordings of a speaker are not independent of each other`;
  return html`<ul>
<li>${calibration === null ? "The score is 100 − 50 × the network's distance between learner and reference." : `The score is what the calibration ${calibration} makes of the network's distance between learner and reference.`} References are recordings, or texts spoken by ${voice ?? 'a voice'} at 175 words a minute.</li>
<li>A rating of ${scale.low} counts as 0 points and one of ${scale.high} as 100. Good is ${limits.good} and more, bad ${limits.bad} and less.</li>
<li>A refused recording counts with the score of its distance, so that refusing hard speakers wins nothing; with 0 where there was nothing to compare.</li>
<li>The 95 % intervals come from ${count(draws.resamples, 'draw')} of ${drawn}. Fewer than three give none.</li>
<li>Bias is the mean of the score minus the rating in points, MSE the mean squared error of score / 10 against the rating on a scale from 0 to 10.</li>
<li>The raters' own error makes a group that is rated lower come out a little too low at equal rating; the difference of both biases has no such fault, but takes the height of the whole scale for a difference.</li>
</ul>
<p>This page holds the voices of the learners above. Give it only to those who may hear them.</p>
${failures.length === 0 ? NOTHING : failureList(failures)}`;
}

function failureList(failures: ReportData['failures']): Html {
  const items = failures
    .slice(0, MOST_FAILURES)
    .map(({ line, learner, reason }) => html`<li>Line ${line} (${learner}): ${reason}</li>`);
  const left = failures.length - MOST_FAILURES;
  return html`<h3>${count(failures.length, 'pair')} failed</h3>
<ul class="failures">${items}${left > 0 ? html`<li>and ${left} more</li>` : NOTHING}</ul>`;
}
