import { drawNode } from './draw-node';
import type { PlacedNode } from './flow-around';
import { lookOf, outputY, type Drawn } from './look';

const MARGIN = 16;
/** Room for a button beside a node. */
const BUTTON = 26;

/** How far a wire that runs back reaches out at its ends. */
const TURN = 28;

/** A wire leaves to the right and arrives from the left: in one curve, or, where it runs back, between the rows. */
function drawWire(from: Drawn, output: number, to: Drawn): string {
  const [x1, y1] = [from.node.x + from.look.width / 2, outputY(from, output)];
  const [x2, y2] = [to.node.x - to.look.width / 2, to.node.y];
  if (x2 < x1) {
    const middle = y1 === y2 ? y1 + 30 : (y1 + y2) / 2;
    const [out, back] = [x1 + TURN, x2 - TURN];
    return `<path d="M${x1} ${y1}C${out} ${y1} ${out} ${middle} ${x1} ${middle}H${x2}C${back} ${middle} ${back} ${y2} ${x2} ${y2}"/>`;
  }
  const reach = Math.min(75, Math.max(20, Math.hypot(x2 - x1, y2 - y1) / 2));
  return `<path d="M${x1} ${y1}C${round(x1 + reach)} ${y1} ${round(x2 - reach)} ${y2} ${x2} ${y2}"/>`;
}

const round = (value: number): number => Math.round(10 * value) / 10;

/** A flow as the editor shows it, on a light ground of its own, so that it can be read on any page. */
export function drawFlow(nodes: readonly PlacedNode[]): string {
  const drawn = nodes.map((node): Drawn => ({ node, look: lookOf(node) }));
  const byId = new Map(drawn.map((one) => [one.node.id, one]));
  const wires = drawn.flatMap((from) =>
    from.node.wires.flatMap((targets, output) =>
      targets.flatMap((id) => {
        const to = byId.get(id);
        return to === undefined ? [] : [drawWire(from, output, to)];
      }),
    ),
  );

  const side = ({ look }: Drawn, which: 'left' | 'right'): number => look.width / 2 + (look.button === which ? BUTTON : 0);
  const left = Math.min(...drawn.map((one) => one.node.x - side(one, 'left'))) - MARGIN;
  const right = Math.max(...drawn.map((one) => one.node.x + side(one, 'right'))) + MARGIN;
  const top = Math.min(...drawn.map(({ node, look }) => node.y - look.height / 2)) - MARGIN;
  const bottom = Math.max(...drawn.map(({ node, look }) => node.y + look.height / 2)) + MARGIN;
  const [width, height] = [right - left, bottom - top];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="Helvetica Neue, Arial, Helvetica, sans-serif" font-size="14">`,
    `<rect x="${left + 0.5}" y="${top + 0.5}" width="${width - 1}" height="${height - 1}" rx="6" fill="#fff" stroke="#ccc"/>`,
    '<g fill="none" stroke="#999" stroke-width="3">',
    ...wires,
    '</g>',
    ...drawn.map(drawNode),
    '</svg>',
    '',
  ].join('\n');
}
