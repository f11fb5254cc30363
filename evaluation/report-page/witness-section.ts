import { WITNESSES, type TestimonyOf } from '../witness-figures';
import { agreementFigures } from './agreement-section';
import { html, NOTHING, type Html } from './html';
import { ratedPairs, type RatedPair } from './recording';
import type { FiguresTable, ReportData } from './report-data';

const ALONE = [
  ['The Siamese network alone', WITNESSES.siamese],
  ['The ear alone', WITNESSES.ear],
] as const satisfies readonly (readonly [string, TestimonyOf])[];

const NO_SCORE = html`<p class="missing">It gave no recording a score.</p>`;

/** Each witness alone, in the pictures of both together; a sentence where there is only one. */
export function witnessSection({ pairs, witnessTable, ...run }: Pick<ReportData, 'pairs' | 'groups' | 'scale' | 'draws' | 'witnessTable'>): Html {
  const rated = ratedPairs(pairs);
  const heard = rated.filter(({ ear }) => ear !== null);
  const table = witnessTable === undefined ? NOTHING : figuresTable(witnessTable);
  if (heard.length === 0) {
    return html`${table}<p class="note">The ear has rated no recording here, so the scores above are those of the Siamese network.</p>`;
  }
  const left = rated.length - heard.length;
  const note = left === 0 ? NOTHING : html`<p class="note">Without ${left} recordings that the ear has not listened to.</p>`;
  return html`${table}${note}${ALONE.map(([title, testimonyOf]) => {
    const said = asSaidBy(heard, testimonyOf);
    return html`<h3>${title}</h3>${said.length === 0 ? NO_SCORE : agreementFigures(said, run)}`;
  })}`;
}

/** The pairs with the score and the words' scores of one witness. */
function asSaidBy(pairs: readonly RatedPair[], testimonyOf: TestimonyOf): RatedPair[] {
  return pairs.flatMap((pair) => {
    const testimony = testimonyOf(pair);
    return testimony?.score == null ? [] : [{ ...pair, score: testimony.score, words: testimony.words }];
  });
}

function figuresTable({ header, rows }: FiguresTable): Html {
  return html`<div class="scroll" role="region" aria-label="Figures of each witness" tabindex="0"><table>
<thead><tr>${header.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows.map(([title = '', ...cells]) => html`<tr><th scope="row">${title}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;
}
