/** Why ALSA did not open a device, as the end of an error's code. */
export type OpenFault = 'MISSING' | 'BUSY' | 'FORBIDDEN' | 'UNPLUGGED' | 'NO_SERVER' | 'FORMAT';

/** What arecord, aplay and SoX say (in the C locale) when they can't open a device, by the error number behind it. */
const OPEN_FAULTS: readonly (readonly [RegExp, OpenFault])[] = [
  [/open error: No such file or directory/, 'MISSING'],
  [/open error: (?:Device or resource busy|Resource temporarily unavailable)/, 'BUSY'],
  [/open error: (?:Permission denied|Operation not permitted)/, 'FORBIDDEN'],
  [/open error: No such device/, 'UNPLUGGED'],
  [/open error: (?:Connection refused|Host is down)/, 'NO_SERVER'],
  [/non available|Broken configuration|[Uu]nable to install hw params/, 'FORMAT'],
];

/** Whether it is the end of such an error's code. */
export function isOpenFaultName(name: string): name is OpenFault {
  return OPEN_FAULTS.some(([, fault]) => fault === name);
}

/** Lines that the programs write though nothing is wrong. */
const HARMLESS = /^(?:Recording raw data|Playing raw data|Warning: rate|\s+please, try|(?:over|under)run!!!)/;

/** Undefined where the device was opened, or the program said nothing of it. @param stderr all that it wrote there */
export function openFault(stderr: string): OpenFault | undefined {
  return OPEN_FAULTS.find(([pattern]) => pattern.test(stderr))?.[1];
}

/** The last complaint of arecord, aplay or sox, without the program's name and line numbers; empty where it had none. */
export function lastComplaint(stderr: string): string {
  const line = stderr.trim().split('\n').findLast((text) => !HARMLESS.test(text)) ?? '';
  return line.replace(/^(?:a(?:record|play): (?:\w+:\d+: )?|sox (?:FAIL|WARN) \w+: )/, '').trim();
}
