import { linearAxis, ticks, type Axis } from './axis';
import { html, type Html } from './html';
import { at } from './numbers';

/** The side of a square chart in SVG units. The margins around the plot hold labels that are legible on a phone. */
export const SIDE = 440;
const LEFT = 58;
const BOTTOM = 54;
const TOP = 12;
const RIGHT = 12;

export interface AxisLabel {
  readonly title: string;
  readonly low: number;
  readonly high: number;
}

export interface Frame {
  readonly x: Axis;
  readonly y: Axis;
  /** Grid, ticks and titles, to be drawn below the data. */
  readonly grid: Html;
}

/** The axes of a square chart: x to the right, y upwards. */
export function chartFrame(x: AxisLabel, y: AxisLabel): Frame {
  const toX = linearAxis([x.low, x.high], [LEFT, SIDE - RIGHT]);
  const toY = linearAxis([y.low, y.high], [SIDE - BOTTOM, TOP]);
  const [left, right, top, bottom] = [LEFT, SIDE - RIGHT, TOP, SIDE - BOTTOM].map(at) as [string, string, string, string];
  const columns = ticks(x.low, x.high, 5).map((tick) => {
    const place = at(toX(tick));
    return html`<line class="grid" x1="${place}" x2="${place}" y1="${top}" y2="${bottom}"/><text class="tick middle" x="${place}" y="${at(SIDE - BOTTOM + 19)}">${tick}</text>`;
  });
  const rows = ticks(y.low, y.high, 5).map((tick) => {
    const place = toY(tick);
    return html`<line class="grid" x1="${left}" x2="${right}" y1="${at(place)}" y2="${at(place)}"/><text class="tick end" x="${at(LEFT - 7)}" y="${at(place + 5)}">${tick}</text>`;
  });
  const middle = at((TOP + SIDE - BOTTOM) / 2);
  const titles = html`<text class="axis middle" x="${at((LEFT + SIDE - RIGHT) / 2)}" y="${at(SIDE - 10)}">${x.title}</text>
<text class="axis middle" transform="translate(16 ${middle}) rotate(-90)">${y.title}</text>`;
  return { x: toX, y: toY, grid: html`<g>${columns}${rows}${titles}</g>` };
}

/** An SVG picture. @param label describes it for screen readers */
export function svg(width: number, height: number, label: string, content: Html): Html {
  return html`<svg class="chart" viewBox="0 0 ${at(width)} ${at(height)}" role="img" aria-label="${label}">${content}</svg>`;
}
