import { histogram, histogramBars } from './histogram';
import { html, NOTHING, type Html } from './html';
import type { ReportedPair } from './recording';

/** Histograms of the recordings of their own and of another sentence, on the same scale of counts. */
export function verdictSection(pairs: readonly ReportedPair[]): Html {
  if (pairs.length === 0) return html`<p class="missing">No pair was measured.</p>`;
  const own = histogramBars(pairs.filter(({ same }) => same !== false));
  const other = histogramBars(pairs.filter(({ same }) => same === false));
  const most = Math.max(...[...own, ...other].map(({ count }) => count));
  const hasOther = other.some(({ count }) => count > 0);
  return html`<p>Blue: how many recordings got so many points. Below them, in other colours: how many were refused, and why.</p>
<div class="pair">${histogram('The learner says the sentence', own, most)}${hasOther ? histogram('The learner says another sentence', other, most) : NOTHING}</div>
${hasOther ? html`<p class="note">With another sentence every recording should be refused as a wrong sentence.</p>` : NOTHING}`;
}
