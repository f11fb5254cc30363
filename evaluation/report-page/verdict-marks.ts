import { VERDICTS, type Verdict } from '../../pipeline/siamese/verdict';
import { html, type Html } from './html';
import { at } from './numbers';

/** The marks, in the order of the legend. They differ in shape as well as in colour, for colour-blind readers and gray print. */
const SHAPES: Readonly<Record<Verdict, (x: number, y: number) => string>> = {
  scored: (x, y) => `M${at(x - R)} ${at(y)}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0`,
  'wrong-sentence': (x, y) => `${line(x - R, y - R, x + R, y + R)}${line(x - R, y + R, x + R, y - R)}`,
  incomplete: (x, y) => `M${at(x - R)} ${at(y)}h${2 * R}M${at(x)} ${at(y - R)}v${2 * R}`,
  'no-speech': (x, y) => `M${at(x - R)} ${at(y - R)}h${2 * R}v${2 * R}h${-2 * R}z`,
  'too-quiet': (x, y) => `M${at(x)} ${at(y + POINTED)}l${-POINTED} ${-2 * POINTED}h${2 * POINTED}z`,
  clipped: (x, y) => `M${at(x)} ${at(y - POINTED)}l${POINTED} ${2 * POINTED}h${-2 * POINTED}z`,
  'too-noisy': (x, y) => `M${at(x)} ${at(y - POINTED)}l${POINTED} ${POINTED}l${-POINTED} ${POINTED}l${-POINTED} ${-POINTED}z`,
};

/** Half the size of a mark. A mark with corners must be larger to look as large as a circle. */
const R = 4;
const POINTED = 5.5;

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `M${at(x1)} ${at(y1)}L${at(x2)} ${at(y2)}`;
}

export function isVerdict(verdict: string): verdict is Verdict {
  return Object.hasOwn(SHAPES, verdict);
}

/** A verdict as words: "wrong-sentence" becomes "wrong sentence". */
export function verdictWords(verdict: string): string {
  return verdict.replace('-', ' ');
}

/** The mark of a verdict at a point of a chart. @param title tooltip of the mark */
export function verdictMark(verdict: string, x: number, y: number, title?: string): Html {
  const known = isVerdict(verdict) ? verdict : 'no-speech';
  const path = SHAPES[known](x, y);
  return title === undefined
    ? html`<path class="mark ${known}" d="${path}"/>`
    : html`<path class="mark ${known}" d="${path}"><title>${title}</title></path>`;
}

/** The marks of the verdicts that occur, with their names and counts. */
export function verdictLegend(counts: ReadonlyMap<string, number>): Html {
  const items = VERDICTS.filter((verdict) => counts.has(verdict)).map(
    (verdict) => html`<li><svg class="key" viewBox="0 0 14 14" aria-hidden="true">${verdictMark(verdict, 7, 7)}</svg>${verdictWords(verdict)} (${counts.get(verdict) ?? 0})</li>`,
  );
  return html`<ul class="legend">${items}</ul>`;
}
