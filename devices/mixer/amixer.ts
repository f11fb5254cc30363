import { outputOf } from '../../base/run-process';
import { parseCaptureControls, type CaptureControl } from './controls';

/** A sound server that hangs must not delay anything. */
const LIMIT_MS = 2000;

async function amixer(mixer: string, args: readonly string[], signal?: AbortSignal): Promise<CaptureControl[]> {
  const said = await outputOf('amixer', ['-D', mixer, ...args], { timeoutMs: LIMIT_MS, signal });
  return parseCaptureControls(said);
}

/** The capture controls of a mixer, an ALSA name. Rejects where there is none, or no amixer. */
export function readControls(mixer: string, signal?: AbortSignal): Promise<CaptureControl[]> {
  return amixer(mixer, ['scontents'], signal);
}

/**
 * Changes the capture side of one control, and only that: a microphone's control may play it on the loudspeaker too.
 * @param change `cap` switches on, `75%` is a level of its range
 * @returns the control afterwards; it may be unchanged
 */
export async function changeControl(
  mixer: string,
  { name, index }: CaptureControl,
  change: 'cap' | `${number}%`,
  signal?: AbortSignal,
): Promise<CaptureControl | undefined> {
  const side = change === 'cap' ? [] : ['capture'];
  const [changed] = await amixer(mixer, ['sset', `'${name}',${index}`, ...side, change], signal);
  return changed;
}
