import { outputY, type Drawn } from './look';

const LINE = '#999';
const ICON_WIDTH = 30;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function port(x: number, y: number): string {
  return `<rect x="${x - 5}" y="${y - 5}" width="10" height="10" rx="3" fill="#d9d9d9" stroke="${LINE}"/>`;
}

/** A button that reaches out of the node, behind it. */
function button({ node, look }: Drawn): string {
  if (look.button === undefined) return '';
  const x = look.button === 'left' ? node.x - look.width / 2 - 25 : node.x + look.width / 2 - 7;
  const y = node.y - 13;
  const knob = look.button === 'left' ? x + 5 : x + 11;
  return (
    `<rect x="${x}" y="${y}" width="32" height="26" rx="5" fill="#eee" stroke="${LINE}"/>` +
    `<rect x="${knob}" y="${node.y - 9}" width="16" height="18" rx="4" fill="${look.colour}"/>`
  );
}

/** The darker end of a node with its icon in it. */
function iconArea({ node, look }: Drawn): string {
  const isLeft = look.iconSide === 'left';
  const x = isLeft ? node.x - look.width / 2 : node.x + look.width / 2 - ICON_WIDTH;
  const y = node.y - look.height / 2;
  const edge = isLeft ? x + ICON_WIDTH : x;
  // Icons are 40 by 60, and shown at half their size.
  const icon = look.icon === '' ? '' : `<svg x="${x + 5}" y="${node.y - 15}" width="20" height="30" viewBox="0 0 40 60">${look.icon}</svg>`;
  return (
    `<rect x="${x}" y="${y}" width="${ICON_WIDTH}" height="${look.height}" rx="5" fill="#000" fill-opacity=".06"/>` +
    `<path d="M${edge} ${y}v${look.height}" stroke="#000" stroke-opacity=".12"/>${icon}`
  );
}

/** A node as the editor shows it: a rounded box in its colour with icon, label, ports and button. */
export function drawNode(drawn: Drawn): string {
  const { node, look } = drawn;
  const [left, right] = [node.x - look.width / 2, node.x + look.width / 2];
  const labelX = look.iconSide === 'left' ? left + ICON_WIDTH + 8 : right - ICON_WIDTH - 8;
  const anchor = look.iconSide === 'left' ? 'start' : 'end';
  return [
    '<g>',
    button(drawn),
    `<rect x="${left}" y="${node.y - look.height / 2}" width="${look.width}" height="${look.height}" rx="5" fill="${look.colour}" stroke="${LINE}"/>`,
    iconArea(drawn),
    `<text x="${labelX}" y="${node.y + 5}" text-anchor="${anchor}" fill="#333">${escaped(look.label)}</text>`,
    look.hasInput ? port(left, node.y) : '',
    ...Array.from({ length: look.outputs }, (_, output) => port(right, outputY(drawn, output))),
    '</g>',
  ].join('');
}
