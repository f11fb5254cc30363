import type { CaptureControl } from './controls';

/** Names of controls in the path of a microphone. */
const MICROPHONE = /\b(?:mic|microphone|capture|headset|adc|digital)\b/i;
/** Names of other inputs, and of controls that change the sound instead of passing it. */
const OTHER = /\b(?:line|cd|aux|iec958|spdif|s\/pdif|video|tv|phone|mix|boost|monitor|loopback|sidetone|gain control|agc)\b/i;

/** The controls in the path of a microphone. The only control of a card is one, whatever its name. */
export function microphoneControls(controls: readonly CaptureControl[]): CaptureControl[] {
  if (controls.length === 1) return [...controls];
  return controls.filter(({ name }) => MICROPHONE.test(name) && !OTHER.test(name));
}

/** The controls whose switch mutes the microphone. In an exclusive group with one switched on, the others are off
 *  because somebody chose that input. */
export function mutedControls(controls: readonly CaptureControl[]): CaptureControl[] {
  const chosen = new Set(controls.filter(({ isOn }) => isOn === true).map(({ group }) => group));
  const taken = new Set<number>();
  return microphoneControls(controls).filter(({ isOn, group }) => {
    if (isOn !== false) return false;
    if (group === null) return true;
    if (chosen.has(group) || taken.has(group)) return false;
    taken.add(group);
    return true;
  });
}

/** Nobody sets a level as low as this on purpose. */
const NEAR_ZERO_PERCENT = 5;

/**
 * The controls whose level is at or near zero. If the lowest step has a gain of 0 dB or more, sound gets through; such a
 * control counts only if a recording was too quiet.
 */
export function loweredControls(controls: readonly CaptureControl[], heardTooLittle: boolean): CaptureControl[] {
  return microphoneControls(controls).filter(({ level }) => {
    if (level === null || level.percent > NEAR_ZERO_PERCENT) return false;
    return heardTooLittle || level.db === null || level.db < 0;
  });
}
