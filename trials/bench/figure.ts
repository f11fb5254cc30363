import type { Summary, Timing } from './measure';

/** An upper limit for one of the figure's numbers. */
export interface Target {
  readonly atMost: number;
  readonly of: 'cpu' | 'wall' | 'value';
}

/** One line of the table: the times of a repeated measurement, or a single number. */
export interface Figure {
  /** Does not change between versions: `stages.noise.3s`. */
  readonly id: string;
  readonly name: string;
  /** Unit of all the numbers. */
  readonly unit: 'ms' | 'MB' | 'utterances/s' | 'times' | 'ms/s';
  readonly cpu?: Summary | null;
  readonly wall?: Summary | null;
  /** A single number instead of times; null if it can't be measured here. */
  readonly value?: number | null;
  readonly target?: Target;
}

/** A group of figures. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Remarks for the reader. */
  readonly notes?: readonly string[];
}

export type Verdict = 'passed' | 'MISSED' | 'not here';

export function timed(id: string, name: string, times: Timing | null | undefined, target?: Target): Figure {
  return { id, name, unit: 'ms', cpu: times?.cpu ?? null, wall: times?.wall ?? null, ...(target === undefined ? {} : { target }) };
}

export function single(
  id: string,
  name: string,
  unit: Figure['unit'],
  value: number | null | undefined,
  atMost?: number,
): Figure {
  return { id, name, unit, value: value ?? null, ...(atMost === undefined ? {} : { target: { atMost, of: 'value' } }) };
}

/** The number that a target limits; null if it was not measured. */
export function judgedNumber({ cpu, wall, value }: Figure, of: Target['of']): number | null {
  switch (of) {
    case 'cpu':
      return cpu?.median ?? null;
    case 'wall':
      return wall?.median ?? null;
    case 'value':
      return value ?? null;
  }
}

/** Whether the figure is smaller on a faster machine. Memory, growth and a timer's lateness are the same on all machines. */
export function followsSpeed({ unit, id }: Figure): boolean {
  return unit === 'ms' && !id.startsWith('lateness');
}

/** The judged number, converted to the reference machine, because the targets are for that. @param speed of this machine: how
 *  many times slower the reference machine is */
export function atReference(figure: Figure, of: Target['of'], speed: number): number | null {
  const here = judgedNumber(figure, of);
  return here === null || !followsSpeed(figure) ? here : here * speed;
}

/** Null if there is no target. @param speed as in `atReference` */
export function verdictOf(figure: Figure, speed: number): Verdict | null {
  if (figure.target === undefined) return null;
  const number = atReference(figure, figure.target.of, speed);
  if (number === null) return 'not here';
  return number <= figure.target.atMost ? 'passed' : 'MISSED';
}

/** A time as a multiple of the yardstick. Uses the CPU time if there is one, because the yardstick is a CPU time. */
export function ratioOf({ unit, cpu, wall, value }: Figure, yardstickMs: number): number | null {
  const ms = cpu?.median ?? wall?.median ?? value ?? null;
  return (unit === 'ms' || unit === 'ms/s') && ms !== null ? ms / yardstickMs : null;
}
