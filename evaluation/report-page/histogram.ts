import type { MeasuredPair } from '../measured';
import { svg } from './chart-frame';
import { html, type Html } from './html';
import { at, count } from './numbers';
import { VERDICTS } from '../../pipeline/siamese/verdict';
import { isVerdict, verdictWords } from './verdict-marks';

export interface Bar {
  readonly label: string;
  readonly verdict: string;
  readonly count: number;
}

const BIN = 10;
const WIDTH = 440;
const ROW = 23;
const THICKNESS = 17;
/** Width for the longest verdict on the left, and for a count on the right. */
const LEFT = 128;
const RIGHT = 52;
/** Gap between the bars of scored and of refused pairs. */
const GAP = 14;

/** Scored pairs in bins of 10 points (100 belongs to the last), then the refused ones by verdict. */
export function histogramBars(pairs: readonly MeasuredPair[]): Bar[] {
  const scored = pairs.filter(({ verdict }) => verdict === 'scored');
  const bins = Array.from({ length: 100 / BIN }, (_, i) => ({
    label: `${i * BIN} to ${(i + 1) * BIN}`,
    verdict: 'scored',
    count: scored.filter(({ score }) => Math.min(100 / BIN - 1, Math.floor(score / BIN)) === i).length,
  }));
  const refused = VERDICTS.filter((verdict) => verdict !== 'scored').map((verdict) => ({
    label: verdictWords(verdict),
    verdict,
    count: pairs.filter((pair) => (isVerdict(pair.verdict) ? pair.verdict : 'no-speech') === verdict).length,
  }));
  return [...bins.reverse(), ...refused];
}

/** A chart of horizontal bars: the best scores on top, the refused pairs below. @param most the count of the longest bar */
export function histogram(title: string, bars: readonly Bar[], most: number): Html {
  const total = bars.reduce((sum, bar) => sum + bar.count, 0);
  const rows = bars.map(({ label, verdict, count: n }, i) => {
    const top = i * ROW + (verdict === 'scored' ? 0 : GAP);
    const width = (n / Math.max(1, most)) * (WIDTH - LEFT - RIGHT);
    const percent = total === 0 ? 0 : (100 * n) / total;
    return html`<g><title>${label}: ${n} of ${total} (${percent.toFixed(1)} %)</title>
<text class="tick end" x="${LEFT - 8}" y="${at(top + THICKNESS - 3)}">${label}</text>
<rect class="bar ${verdict}" x="${LEFT}" y="${at(top)}" width="${at(width)}" height="${THICKNESS}"/>
<text class="tick" x="${at(LEFT + width + 6)}" y="${at(top + THICKNESS - 3)}">${n}</text></g>`;
  });
  const spoken = bars.filter((bar) => bar.count > 0).map((bar) => `${bar.label}: ${bar.count}`);
  const height = bars.length * ROW + GAP;
  return html`<figure><figcaption>${title}, ${count(total, 'pair')}</figcaption>
${svg(WIDTH, height, `${title}. ${spoken.join(', ')}.`, html`<line class="grid" x1="${LEFT}" x2="${LEFT}" y1="0" y2="${at(height)}"/>${rows}`)}</figure>`;
}
