import type { RecordedFigure } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import { judgedNumber, type Figure, type Target } from './figure';

/** A figure of several numbers as one: the number that its target is about, else the CPU time where there is one. */
export function recordedFigure(figure: Figure): RecordedFigure {
  const { id, name, unit, cpu, wall, target } = figure;
  const of: Target['of'] = target?.of ?? (cpu ? 'cpu' : wall ? 'wall' : 'value');
  const kind = of === 'value' ? '' : `, ${of === 'cpu' ? 'CPU' : 'wall'} time, median`;
  const goal = target === undefined ? {} : { target: `at most ${target.atMost} ${unit}` };
  return { name: `${name}${kind} (${id})`, value: judgedNumber(figure, of), unit, ...goal };
}
