import { histogram, histogramBars } from './histogram';
import { html, NOTHING, type Html } from './html';
import type { ReportedPair } from './recording';

/** Histograms of the recordings of the right sentence and of another sentence, with the same scale of counts. */
export function verdictSection(pairs: readonly ReportedPair[]): Html {
  if (pairs.length === 0) return html`<p class="missing">No pair was measured.</p>`;
  const own = histogramBars(pairs.filter(({ same }) => same !== false));
  const other = histogramBars(pairs.filter(({ same }) => same === false));
  const most = Math.max(...[...own, ...other].map(({ count }) => count));
  const hasOther = other.some(({ count }) => count > 0);
  return html`<p>The blue bars show how many recordings got how many points. The bars below, in other colours, show how many were refused, and why.</p>
<div class="pair">${histogram('The learner says the sentence', own, most)}${hasOther ? histogram('The learner says another sentence', other, most) : NOTHING}</div>
${hasOther ? html`<p class="note">Every recording of another sentence should be refused as a wrong sentence.</p>` : NOTHING}`;
}
