import { alsaDevices } from '../../../devices/alsa/devices';
import { captureMixer, loweredControls, mutedControls, SENSIBLE_PERCENT, type CaptureMixer } from '../../../devices/mixer';
import { isCard, isOwnDevice } from '../alsa-names';
import type { Check } from '../check';
import { notHere, ok, warning, type Finding } from '../finding';

function findingsOf({ mixer, controls }: CaptureMixer): Finding[] {
  const command = (name: string, index: number, change: string): string =>
    `Run: amixer -D ${mixer} sset "'${name}',${index}" ${change} (a mic node with Mixer ticked does it when its flow starts).`;
  const faults = [
    ...mutedControls(controls).map(({ name, index }) =>
      warning(mixer, `The microphone is switched off (${name}).`, command(name, index, 'cap'), { control: name, muted: true })),
    ...loweredControls(controls, true).map(({ name, index, level }) => {
      const percent = level?.percent ?? 0;
      const fix = command(name, index, `capture ${SENSIBLE_PERCENT}%`);
      return warning(mixer, `The level of the microphone is ${percent} % (${name}).`, fix, { control: name, percent });
    }),
  ];
  if (faults.length > 0) return faults;
  const levels = controls.map(({ name, level }) => (level === null ? name : `${name} ${level.percent} %`));
  return [ok(mixer, `The microphone is on: ${levels.join(', ')}.`, { levels })];
}

/** Those of the devices that can be recorded from, each mixer once. */
async function mixers(signal: AbortSignal): Promise<CaptureMixer[]> {
  const devices = await alsaDevices('arecord').catch(() => []);
  const names = devices.filter((device) => isCard(device) || (isOwnDevice(device) && device.name === 'default')).map(({ name }) => name);
  const found = await Promise.all(names.map((name) => captureMixer(name, signal)));
  return [...new Map(found.flatMap((mixer) => (mixer === undefined ? [] : [[mixer.mixer, mixer] as const]))).values()];
}

export const mixer: Check = {
  name: 'mixer',
  title: 'Mixer',
  limitMs: 5000,
  run: async (_machine, signal) => {
    const found = await mixers(signal);
    if (found.length === 0) return [notHere('mixer', 'No card here has a switch or a level for recording.')];
    return found.flatMap(findingsOf);
  },
};
