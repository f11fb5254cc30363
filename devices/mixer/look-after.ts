import { changeControl, readControls } from './amixer';
import type { CaptureControl } from './controls';
import { loweredControls, mutedControls } from './microphone-controls';
import { mixersOf } from './mixers';

/** Loud enough on the cards that were tried. At the end of the range some cards only add noise. */
export const SENSIBLE_PERCENT = 75;

/** What was changed on a card. */
export type MixerChange =
  | { readonly kind: 'switched-on'; readonly mixer: string; readonly control: string }
  | { readonly kind: 'raised'; readonly mixer: string; readonly control: string; readonly from: number; readonly to: number };

/** The part of a card's mixer that concerns recording. */
export interface CaptureMixer {
  readonly mixer: string;
  readonly controls: readonly CaptureControl[];
}

/** The mixer that a device to record from goes through; undefined where it has none, or there is no amixer. */
export async function captureMixer(device: string, signal?: AbortSignal): Promise<CaptureMixer | undefined> {
  for (const mixer of await mixersOf(device, signal)) {
    const controls = await readControls(mixer, signal).catch(() => []);
    if (controls.length > 0) return { mixer, controls };
  }
  return undefined;
}

export interface LookAfterOptions {
  /** A recording was silent or too quiet. */
  readonly heardTooLittle?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Switches a muted microphone on, and raises a capture level at or near zero: a reboot may leave them so. Any other
 * level is left as it is. Resolves with the changes. A card that has no mixer, ignores the change or may not be changed
 * is no error: the recording shows it.
 */
export async function lookAfterMicrophone(device: string, options: LookAfterOptions = {}): Promise<MixerChange[]> {
  const { heardTooLittle = false, signal } = options;
  const found = await captureMixer(device, signal);
  if (found === undefined) return [];
  const { mixer, controls } = found;
  const changes: MixerChange[] = [];
  for (const control of mutedControls(controls)) {
    const now = await changeControl(mixer, control, 'cap', signal).catch(() => undefined);
    if (now?.isOn === true) changes.push({ kind: 'switched-on', mixer, control: control.name });
  }
  for (const control of loweredControls(controls, heardTooLittle)) {
    const now = await changeControl(mixer, control, `${SENSIBLE_PERCENT}%`, signal).catch(() => undefined);
    const from = control.level?.percent ?? 0;
    const to = now?.level?.percent ?? from;
    if (to > from) changes.push({ kind: 'raised', mixer, control: control.name, from, to });
  }
  return changes;
}
