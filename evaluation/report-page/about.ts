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

/** How the figures were measured, and which pairs failed. */
export function aboutSection({ evaluation, voice, calibration, scale, groups, draws, failures, limits }: ReportData): Html {
  const drawn =
    groups.drawn === 'pair'
      ? 'single pairs, because the table names no speakers; the true intervals are wider'
      : `whole groups of the column ${groups.drawn}, because the recordings of a speaker are not independent of each other`;
  return html`<ul>
<li>${scoreSentence(calibration, evaluation.heard)} References are recordings, or texts spoken by ${voice ?? 'a voice'} at 175 words a minute.</li>
<li>A rating of ${scale.low} counts as 0 points and a rating of ${scale.high} as 100. Good means ${limits.good} and more, bad means ${limits.bad} and less.</li>
<li>A refused recording counts with the score that it would have, so that a refusal does not improve a figure. If there was nothing to compare, it counts with 0.</li>
<li>The 95 % intervals come from ${count(draws.resamples, 'draw')} of ${drawn}. With fewer than three there is no interval.</li>
<li>Bias is the mean of the score minus the rating, in points. MSE is the mean squared error of score / 10 against the rating on a scale from 0 to 10.</li>
<li>The raters' own error makes the score of a group with lower ratings look a little too low at equal rating. The difference of both biases does not have this fault. But if the score uses less of the scale than the raters, this shows as a difference too.</li>
</ul>
<p>This page holds the voices of the learners above. Give it only to people who may hear them.</p>
${failures.length === 0 ? NOTHING : failureList(failures)}`;
}

/** What a score is made of. @param heard pairs that the ear has listened to */
function scoreSentence(calibration: string | null, heard: number): string {
  const distance = calibration === null ? '100 − 50 × the network\'s distance between learner and reference' : 'the network\'s distance between learner and reference';
  const made = heard === 0 ? distance : `${distance}, and what the ear has heard in ${count(heard, 'pair')}`;
  return calibration === null ? `The score is ${made}.` : `The calibration ${calibration} maps ${made} to the score.`;
}

function failureList(failures: ReportData['failures']): Html {
  const items = failures
    .slice(0, MOST_FAILURES)
    .map(({ line, learner, reason }) => html`<li>Line ${line} (${learner}): ${reason}</li>`);
  const left = failures.length - MOST_FAILURES;
  return html`<h3>${count(failures.length, 'pair')} failed</h3>
<ul class="failures">${items}${left > 0 ? html`<li>and ${left} more</li>` : NOTHING}</ul>`;
}
