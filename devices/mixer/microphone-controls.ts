import type { CaptureControl } from './controls';

/** How cards name what a microphone goes through. */
const MICROPHONE = /\b(?:mic|microphone|capture|headset|adc|digital)\b/i;
/** Other inputs, and what changes the sound rather than lets it through. */
const OTHER = /\b(?:line|cd|aux|iec958|spdif|s\/pdif|video|tv|phone|mix|boost|monitor|loopback|sidetone|gain control|agc)\b/i;

/** Those that a recording with a microphone goes through; a card's only control is one whatever its name. */
export function microphoneControls(controls: readonly CaptureControl[]): CaptureControl[] {
  if (controls.length === 1) return [...controls];
  return controls.filter(({ name }) => MICROPHONE.test(name) && !OTHER.test(name));
}

/** Those whose switch keeps the microphone silent. Where one of an exclusive group is on, the others are off because
 *  somebody has chosen that input. */
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

/** Up to here a level is no choice of anybody's. */
const NEAR_ZERO_PERCENT = 5;

/**
 * Those whose level is at or near zero. Where the lowest step still has a gain of 0 dB or more, sound gets through:
 * such a one counts only if too little was heard.
 */
export function loweredControls(controls: readonly CaptureControl[], heardTooLittle: boolean): CaptureControl[] {
  return microphoneControls(controls).filter(({ level }) => {
    if (level === null || level.percent > NEAR_ZERO_PERCENT) return false;
    return heardTooLittle || level.db === null || level.db < 0;
  });
}
