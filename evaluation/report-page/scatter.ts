import type { RatingScale } from '../rating-scale';
import { chartFrame, svg } from './chart-frame';
import { html, NOTHING, type Html } from './html';
import { at, count, fixed } from './numbers';
import { idOf, sentenceOf, type RatedPair } from './recording';
import { verdictLegend, verdictMark, verdictWords } from './verdict-marks';

/** More points would cover each other and make the page slow. */
const MOST_POINTS = 4000;

/**
 * A chart of rating (x) and score (y), one mark for each recording.
 * @param scale the ends of the rating axis @param diagonal whether to draw the line on which score and rating are equal
 */
export function scatter(pairs: readonly RatedPair[], scale: RatingScale, diagonal: boolean): Html {
  const { x, y, grid } = chartFrame(
    { title: 'human rating', ...scale },
    { title: 'score', low: 0, high: 100 },
  );
  const every = Math.ceil(pairs.length / MOST_POINTS);
  const shown = pairs.filter((_, i) => i % every === 0);
  // Refused recordings are few. They are drawn last, so that they are on top.
  const refusedLast = [...shown].sort((a, b) => Number(b.verdict === 'scored') - Number(a.verdict === 'scored'));
  const marks = refusedLast.map((pair) => verdictMark(pair.verdict, x(pair.human), y(pair.score), titleOf(pair)));
  const line = diagonal
    ? html`<line class="diagonal" x1="${at(x(scale.low))}" y1="${at(y(0))}" x2="${at(x(scale.high))}" y2="${at(y(100))}"/>`
    : NOTHING;
  const counts = new Map<string, number>();
  for (const { verdict } of pairs) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const label = `Scatter of human rating against score, ${count(pairs.length, 'recording')}. The figures of the agreement are above.`;
  const left = every > 1 ? html`<p class="note">Drawn: ${shown.length.toLocaleString('en')} of ${count(pairs.length, 'recording')}, evenly spread over the table.</p>` : NOTHING;
  return html`${svg(440, 440, label, html`${grid}${line}<g>${marks}</g>`)}${verdictLegend(counts)}${left}`;
}

function titleOf(pair: RatedPair): string {
  const { human, score, verdict, fields } = pair;
  const speaker = fields['speaker'] ? `, speaker ${fields['speaker']}` : '';
  return `${idOf(pair)}${speaker}: rating ${fixed(human, 1)}, score ${fixed(score, 0)}, ${verdictWords(verdict)}\n${sentenceOf(pair)}`.trim();
}
