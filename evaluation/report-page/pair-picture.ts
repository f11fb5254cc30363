import type { ScoreDetails } from '../../engine/jobs';
import { rampColour } from '../../pipeline/distance-ramp';
import { linearAxis, ticks } from './axis';
import { svg } from './chart-frame';
import { html, type Html } from './html';
import type { Media } from './media';
import { at } from './numbers';

const WIDTH = 440;
const HEIGHT = 84;
const STRIP = 10;
const GAP = 3;
const AXIS = 22;
/** Distances of the network go from 0 to the margin of its contrastive loss. */
const FARTHEST = 2;
const SHADES = 12;

/** The learner at the top, the strip of distances below it, the reference at the bottom, all on one time axis. */
export function pairPicture(learner: Media, reference: Media, frames: ScoreDetails['frames'], label: string): Html {
  const longest = Math.max(learner.seconds, reference.seconds, 0.1);
  const x = linearAxis([0, longest], [0, WIDTH]);
  const image = (media: Media, y: number): Html =>
    html`<image href="${media.picture}" x="0" y="${y}" width="${at(x(media.seconds))}" height="${HEIGHT}" preserveAspectRatio="none"/>`;
  const below = HEIGHT + STRIP + 2 * GAP;
  const bottom = below + HEIGHT;
  const axis = ticks(0, longest, 6).map((second) => {
    const place = x(second);
    const anchor = place < 8 ? 'start' : place > WIDTH - 20 ? 'end' : 'middle';
    return html`<line class="tickmark" x1="${at(place)}" x2="${at(place)}" y1="${bottom}" y2="${bottom + 5}"/><text class="tick ${anchor}" x="${at(place)}" y="${bottom + AXIS - 4}">${second} s</text>`;
  });
  const strip = distanceStrip(frames, Math.min(longest, learner.seconds), x, HEIGHT + GAP);
  return svg(WIDTH, bottom + AXIS, label, html`${image(learner, 0)}${strip}${image(reference, below)}${axis}`);
}

/** One rectangle for each run of frames of the same shade. */
function distanceStrip(
  { hopMs, startMs, distance }: ScoreDetails['frames'],
  end: number,
  x: (seconds: number) => number,
  y: number,
): Html {
  const shades = distance.map((value) => Math.round(Math.min(1, value / FARTHEST) * SHADES));
  const runs: Html[] = [];
  for (let from = 0; from < shades.length; ) {
    let to = from + 1;
    while (to < shades.length && shades[to] === shades[from]) to += 1;
    const [left, right] = [from, to].map((i) => x(Math.min(end, (startMs + i * hopMs) / 1000))) as [number, number];
    const colour = rampColour((shades[from] ?? 0) / SHADES).join(' ');
    runs.push(html`<rect fill="rgb(${colour})" x="${at(left)}" y="${y}" width="${at(right - left)}" height="${STRIP}"/>`);
    from = to;
  }
  return html`<g>${runs}</g>`;
}
