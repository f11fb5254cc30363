import type { GroupComparison } from '../groups/comparison';
import { columnLabel, valueLabel } from '../groups/group-labels';
import type { GroupRow, Groups, GroupTable } from '../groups/groups';
import { html, NOTHING, type Html } from './html';
import { count, fixed, range, signed } from './numbers';

/** More rows make the page long and are in the JSON. */
const MOST_ROWS = 200;

/** A table for each column, the differences between its groups above it. */
export function groupSection({ by, all, drawn, fault }: Groups): Html {
  const columns = Object.entries(by);
  if (columns.length === 0) {
    return html`<p class="missing">The table has no column speaker, age, age_group, gender or sex, and --group-by names none.</p>`;
  }
  if (all.n === 0) return html`<p class="missing">No recording of its own sentence was measured.</p>`;
  const why = all.rated === 0 ? 'No recording has a rating, so only the scores can be compared.' : fault;
  return html`${why === null ? NOTHING : html`<p class="missing">${why}</p>`}
<p>A score must not be lower for children or women of the same rating. What stands here is the difference <em>at equal
rating</em>: the part of the group in a regression of the score on rating and group. The interval draws
${drawn === 'pair' ? 'the pairs, because the table names no speakers' : `whole groups of the column ${drawn}`}. If it
holds 0, the data do not show a difference; if it is wide, they are too few to tell.</p>
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
<caption>By ${label.toLowerCase()}: recordings of their own sentence</caption>
<thead><tr><th scope="col">${label}</th><th scope="col">n</th><th scope="col">mean rating</th><th scope="col">mean score</th><th scope="col">Pearson</th><th scope="col">MSE</th><th scope="col">bias</th></tr></thead>
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
  )}${cell(signed(bias), range(intervals.bias, signed))}</tr>`;
}

function difference(column: string, comparison: GroupComparison): Html {
  const { group, against, difference: points, biasDifference, intervals } = comparison;
  const other = against === null ? 'all others' : valueLabel(column, against);
  const interval = intervals.difference;
  const bounds = range(interval, signed);
  const verdict =
    interval === null
      ? 'Too few speakers for an interval.'
      : interval[1] < 0
        ? 'The score is lower for this group.'
        : interval[0] > 0
          ? 'The score is higher for this group.'
          : 'No difference is shown.';
  const tone = interval !== null && (interval[1] < 0 || interval[0] > 0) ? 'alarm' : 'calm';
  return html`<p class="difference ${tone}"><strong>${valueLabel(column, group)} against ${other}: ${signed(points)} points</strong>
at equal rating${bounds === null ? '' : ` (95 %: ${bounds})`}. ${verdict} <span class="soft">Difference of both biases: ${signed(biasDifference)}.</span></p>`;
}
