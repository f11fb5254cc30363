/** Why ALSA did not open a device, as the end of an error's code. */
export type OpenFault = 'MISSING' | 'BUSY' | 'FORBIDDEN' | 'UNPLUGGED' | 'NO_SERVER' | 'FORMAT';

/** What arecord and aplay say (in the C locale) when they can't open a device, by the error number behind it. */
const OPEN_FAULTS: readonly (readonly [RegExp, OpenFault])[] = [
  [/audio open error: No such file or directory/, 'MISSING'],
  [/audio open error: (?:Device or resource busy|Resource temporarily unavailable)/, 'BUSY'],
  [/audio open error: (?:Permission denied|Operation not permitted)/, 'FORBIDDEN'],
  [/audio open error: No such device/, 'UNPLUGGED'],
  [/audio open error: (?:Connection refused|Host is down)/, 'NO_SERVER'],
  [/non available|Broken configuration|[Uu]nable to install hw params/, 'FORMAT'],
];

/** Whether it is the end of such an error's code. */
export function isOpenFaultName(name: string): name is OpenFault {
  return OPEN_FAULTS.some(([, fault]) => fault === name);
}

/** What the programs say though nothing is wrong. */
const SMALL_TALK = /^(?:Recording raw data|Playing raw data|Warning: rate|\s+please, try|(?:over|under)run!!!)/;

/** Undefined where the device was opened, or the program said nothing of it. @param stderr all that it wrote there */
export function openFault(stderr: string): OpenFault | undefined {
  return OPEN_FAULTS.find(([pattern]) => pattern.test(stderr))?.[1];
}

/** The last complaint of a program, without its own name and line numbers; empty where it had none. */
export function lastWords(stderr: string, program: 'arecord' | 'aplay'): string {
  const line = stderr.trim().split('\n').findLast((text) => !SMALL_TALK.test(text)) ?? '';
  return line.replace(new RegExp(`^${program}: (?:\\w+:\\d+: )?`), '').trim();
}
