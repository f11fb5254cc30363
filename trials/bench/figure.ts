import type { Summary, Timing } from './measure';

/** At most this is wanted, of one of the figure's numbers. */
export interface Target {
  readonly atMost: number;
  readonly of: 'cpu' | 'wall' | 'value';
}

/** One line of the table: times of something that was done again and again, or a single number. */
export interface Figure {
  /** Stays the same from version to version: `stages.noise.3s`. */
  readonly id: string;
  readonly name: string;
  /** Of all the numbers. */
  readonly unit: 'ms' | 'MB' | 'utterances/s' | 'times' | 'ms/s';
  readonly cpu?: Summary | null;
  readonly wall?: Summary | null;
  /** Instead of times; null where it can't be measured here. */
  readonly value?: number | null;
  readonly target?: Target;
}

/** Figures that belong together. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** What a reader has to know about them. */
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

/** The number that a target is about; null where it was not measured. */
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

/** Whether a faster machine makes the figure smaller. Memory, growth and a timer's lateness are the same everywhere. */
export function followsSpeed({ unit, id }: Figure): boolean {
  return unit === 'ms' && !id.startsWith('lateness');
}

/** The judged number as it would be on the reference machine, for which the targets are meant. @param speed of this
 *  machine: how many times as long the reference machine takes for the same */
export function atReference(figure: Figure, of: Target['of'], speed: number): number | null {
  const here = judgedNumber(figure, of);
  return here === null || !followsSpeed(figure) ? here : here * speed;
}

/** Null where nothing is wanted. @param speed as in `atReference` */
export function verdictOf(figure: Figure, speed: number): Verdict | null {
  if (figure.target === undefined) return null;
  const number = atReference(figure, figure.target.of, speed);
  if (number === null) return 'not here';
  return number <= figure.target.atMost ? 'passed' : 'MISSED';
}

/** A time as a multiple of the yardstick: CPU time where there is one, since the yardstick is one. */
export function ratioOf({ unit, cpu, wall, value }: Figure, yardstickMs: number): number | null {
  const ms = cpu?.median ?? wall?.median ?? value ?? null;
  return (unit === 'ms' || unit === 'ms/s') && ms !== null ? ms / yardstickMs : null;
}
