import type { GroupComparison } from '../groups/comparison';
import { columnLabel, valueLabel } from '../groups/group-labels';
import type { GroupRow, Groups, GroupTable } from '../groups/groups';
import { comparisonTitle, comparisonWords, isClear } from './group-words';
import { html, NOTHING, type Html } from './html';
import { at, count, fixed, range, signed } from './numbers';

/** Further rows would make the page too long. They are in the JSON. */
const MOST_ROWS = 200;
/** A bias of this many points, or more, has the longest bar. */
const LONGEST_BIAS = 25;

/** A table for each column, with the differences between its groups above it. */
export function groupSection({ by, all, drawn, fault }: Groups): Html {
  const columns = Object.entries(by);
  if (columns.length === 0) {
    return html`<p class="missing">The table has no column speaker, age, age_group, gender or sex, and --group-by names none.</p>`;
  }
  if (all.n === 0) return html`<p class="missing">No recording of its own sentence was measured.</p>`;
  const why = all.rated === 0 ? 'No recording has a rating, so only the scores can be compared.' : fault;
  return html`${why === null ? NOTHING : html`<p class="missing">${why}</p>`}
<p>A score must not be lower for children or women of the same rating. The tables show the difference <em>at equal
rating</em>: the effect of the group in a regression of the score on rating and group. The interval draws
${drawn === 'pair' ? 'the pairs, because the table names no speakers' : `whole groups of the column ${drawn}`}. If it
includes 0, the data do not show a difference. If it is wide, there are too few data to tell.</p>
${columns.map(([column, table]) => tableOf(column, table, all))}`;
}

function tableOf(column: string, { rows, comparisons }: GroupTable, all: GroupRow): Html {
  const label = columnLabel(column);
  const left = rows.length - MOST_ROWS;
  const more = left > 0 ? html`<p class="note">${count(left, 'more row')} with --json.</p>` : NOTHING;
  return html`<div class="group">
<h3>${label}</h3>
${comparisons.map((comparison) => difference(column, comparison))}
<div class="scroll" role="region" aria-label="Table by ${label}" tabindex="0"><table>
<caption>${label}: recordings of their own sentence</caption>
<thead><tr><th scope="col">${label}</th><th scope="col">n</th><th scope="col">mean rating</th><th scope="col">mean score</th><th scope="col">Pearson</th><th scope="col">MSE</th><th scope="col">bias</th><th scope="col" class="bar-column">strict | mild</th></tr></thead>
<tbody>${rows.slice(0, MOST_ROWS).map((row) => tableRow(valueLabel(column, row.value), row))}</tbody>
<tfoot>${tableRow('all', all)}</tfoot>
</table></div>${more}</div>`;
}

function tableRow(label: string, row: GroupRow): Html {
  const { n, meanHuman, meanScore, pearson, mse, bias, intervals } = row;
  const cell = (text: string, bounds: string | null): Html =>
    html`<td>${text}${bounds === null ? NOTHING : html`<span class="bounds">${bounds}</span>`}</td>`;
  return html`<tr><th scope="row">${label}</th><td>${n}</td><td>${fixed(meanHuman, 2)}</td><td>${fixed(meanScore, 1)}</td>${cell(
    fixed(pearson, 2),
    range(intervals.pearson, (bound) => fixed(bound, 2)),
  )}${cell(
    fixed(mse, 2),
    range(intervals.mse, (bound) => fixed(bound, 2)),
  )}${cell(signed(bias), range(intervals.bias, signed))}<td class="bar-column">${biasBar(bias)}</td></tr>`;
}

function difference(column: string, comparison: GroupComparison): Html {
  const { difference: points, biasDifference, intervals } = comparison;
  const bounds = range(intervals.difference, signed);
  return html`<p class="difference ${isClear(intervals.difference) ? 'alarm' : 'calm'}"><strong>${comparisonTitle(column, comparison)}: ${signed(points)} points</strong>
at equal rating${bounds === null ? '' : ` (95 %: ${bounds})`}. ${comparisonWords(comparison)} <span class="soft">Difference of both biases: ${signed(biasDifference)}.</span></p>`;
}

/** The bias as a bar to the left (too strict) or to the right (too mild) of a line. */
function biasBar(bias: number | null): Html {
  const length = Math.min(LONGEST_BIAS, Math.abs(bias ?? 0));
  const left = (bias ?? 0) < 0 ? -length : 0;
  return html`<svg class="bias" viewBox="${-LONGEST_BIAS} 0 ${2 * LONGEST_BIAS} 12" preserveAspectRatio="none" aria-hidden="true"><rect x="${at(left)}" y="2" width="${at(length)}" height="8"/><line x1="0" x2="0" y1="0" y2="12"/></svg>`;
}
