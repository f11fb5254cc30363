import type { RecordedFigure } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import { atReference, followsSpeed, judgedNumber, type Figure, type Target } from './figure';

/**
 * Reduces a figure of several numbers to one: the number that its target limits, or else the CPU time if there is one.
 * @param speed of this machine, as in `atReference`
 */
export function recordedFigure(figure: Figure, speed: number): RecordedFigure {
  const { id, name, unit, cpu, wall, target } = figure;
  const of: Target['of'] = target?.of ?? (cpu ? 'cpu' : wall ? 'wall' : 'value');
  const kind = of === 'value' ? '' : `, ${of === 'cpu' ? 'CPU' : 'wall'} time, median`;
  const goal = target === undefined ? {} : { target: `at most ${target.atMost} ${unit}${onReference(figure, of, speed)}` };
  return { name: `${name}${kind} (${id})`, value: judgedNumber(figure, of), unit, ...goal };
}

function onReference(figure: Figure, of: Target['of'], speed: number): string {
  if (!followsSpeed(figure)) return '';
  const there = atReference(figure, of, speed);
  return ` on the reference machine${there === null ? '' : `, where it is ${Number(there.toPrecision(3))}`}`;
}
