import { labelOf } from '../../practice/gpio/hardware/header';
import type { Project } from '../../practice/gpio/hardware/pins';
import { board, edgeOf } from './board';
import { button, isLed, lamp, leds, servo, type Drawing } from './parts';
import { element, label, text } from './svg';
import { line, type Wire } from './wires';

const WIDTH = 900;
const LEGEND_Y = 668;
const LEGEND_ROW = 26;
const LEGEND_COLUMNS = [40, 460] as const;

function drawingsOf({ parts }: Project): Drawing[] {
  const lit = parts.filter(isLed);
  return [
    ...(lit.length > 0 ? [leds(lit)] : []),
    ...(parts.includes('button') ? [button()] : []),
    ...(parts.includes('servo') ? [servo()] : []),
    ...(parts.includes('lamp') ? [lamp()] : []),
  ];
}

const sentenceOf = ({ pin, to }: Wire): string => `pin ${pin} (${labelOf(pin)}): ${to}`;

function legend(wires: readonly Wire[]): string[] {
  const rows = Math.ceil(wires.length / LEGEND_COLUMNS.length);
  return wires.flatMap((wire, i) => {
    const x = LEGEND_COLUMNS[i < rows ? 0 : 1];
    const y = LEGEND_Y + LEGEND_ROW * (i % rows);
    return [line([[x, y], [x + 30, y]], wire.colour), label(x + 42, y + 5, sentenceOf(wire))];
  });
}

/** The wiring of a project as an SVG document. */
export function picture(project: Project): string {
  const { parts } = project;
  const drawings = drawingsOf(project);
  const wires = drawings.flatMap((drawing) => drawing.wires);
  const height = LEGEND_Y + LEGEND_ROW * Math.ceil(wires.length / LEGEND_COLUMNS.length) + 4;
  const desc = `Wires from the 40-pin header of a Raspberry Pi. ${wires.map(sentenceOf).join('; ')}.${parts.some(isLed) || parts.includes('lamp') ? ' The short leg of an LED goes through 330 Ω to ground.' : ''}`;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: 'img', 'aria-labelledby': 'title desc',
      'font-family': 'Arial, Helvetica, sans-serif', 'font-size': 14, fill: '#111111',
    },
    text('title', { id: 'title' }, project.title),
    text('desc', { id: 'desc' }, desc),
    element('rect', { width: WIDTH, height, fill: '#ffffff' }),
    label(WIDTH / 2, 32, project.title, { 'text-anchor': 'middle', 'font-size': 20, 'font-weight': 'bold' }),
    board(wires),
    ...wires.map(({ pin, path, colour }) => line([edgeOf(pin), ...path], colour)),
    ...drawings.flatMap(({ shapes }) => shapes),
    ...legend(wires),
  )}\n`;
}
