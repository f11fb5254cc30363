import type { RecordedFigure } from '../../tools/lib/record.mjs' with { 'resolution-mode': 'import' };
import { sumOfErrors, type PitchErrors } from './errors';

/** The errors of one group of recordings. */
export interface GroupErrors {
  readonly name: string;
  readonly recordings: number;
  /** Against praat within the speaker's range, and within its usual range. */
  readonly speaker: PitchErrors;
  readonly usual: PitchErrors;
}

export interface PitchTrial {
  readonly groups: readonly GroupErrors[];
  /** CPU time for 3 s of sound, ms. */
  readonly cpuMs: number;
}

const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

export function pitchFigures({ groups, cpuMs }: PitchTrial): RecordedFigure[] {
  const all: GroupErrors = {
    name: 'all',
    recordings: groups.reduce((sum, { recordings }) => sum + recordings, 0),
    speaker: sumOfErrors(groups.map(({ speaker }) => speaker)),
    usual: sumOfErrors(groups.map(({ usual }) => usual)),
  };
  return [
    ...[all, ...groups].flatMap(({ name, recordings, speaker, usual }) => [
      ...row(`${name} (${recordings})`, 'praat in two passes, in the range of the speaker', speaker),
      ...row(`${name} (${recordings})`, 'praat from 75 to 600 Hz', usual),
    ]),
    { name: 'CPU time for 3 s of sound', value: cpuMs, unit: 'ms', target: 'at most 20 ms' },
  ];
}

function row(group: string, against: string, { moments, both, gross, octave, missed, added }: PitchErrors): RecordedFigure[] {
  return [
    { name: `${group}, against ${against}: gross errors; octave errors`, value: `${percent(gross, both)}; ${percent(octave, both)}`, target: 'at most 2 %; 1 %' },
    { name: `${group}, against ${against}: voice that only praat finds; that only the tracker finds`, value: `${percent(missed, moments)}; ${percent(added, moments)}` },
  ];
}
