import { SAID_STATES } from '../../pipeline/siamese/word-state';
import type { RatingScale } from '../rating-scale';
import { lowestScore, wordConfusion, wordErrors } from '../words/word-confusion';
import { html, NOTHING, type Html } from './html';
import { count, fixed } from './numbers';
import type { RatedPair } from './recording';

/** The words that are right, unclear and wrong by their scores, against the raters; nothing where nobody rated words. */
export function confusionTable(pairs: readonly RatedPair[], scale: RatingScale): Html {
  const words = pairs.flatMap((pair) => pair.words ?? []);
  const counts = wordConfusion(words, scale);
  if (counts === null) return NOTHING;
  const { found, falseAlarms } = wordErrors(counts);
  const rows = SAID_STATES.map((rated) => {
    const row = SAID_STATES.map((state) => counts[rated][state]);
    const sum = row.reduce((total, n) => total + n, 0);
    const cells = row.map((n) => html`<td>${n.toLocaleString('en')}${sum === 0 ? NOTHING : html`<span class="bounds">${fixed((100 * n) / sum, 1)} %</span>`}</td>`);
    return html`<tr><th scope="row">${rated}</th>${cells}<td>${sum.toLocaleString('en')}</td></tr>`;
  });
  return html`<div class="scroll" role="region" aria-label="Right and wrong words" tabindex="0"><table>
<caption>Words: the raters in rows, the scores in columns, ${count(words.length, 'word')}. Right is from ${lowestScore('right')} points on, wrong below ${lowestScore('unclear')}.</caption>
<thead><tr><th scope="col">by the raters</th>${SAID_STATES.map((state) => html`<th scope="col">${state}</th>`)}<th scope="col">all</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<p class="note">Of the words that the raters find wrong ${share(found)} are marked, as wrong or unclear. Of the right ones ${share(falseAlarms)} are called wrong.</p>`;
}

function share(value: number | null): string {
  return value === null ? fixed(null, 0) : `${fixed(100 * value, 1)} %`;
}
