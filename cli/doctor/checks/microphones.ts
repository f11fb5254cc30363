import { PronError, type ErrorCode } from '../../../base/errors';
import { probeDevices } from '../../../devices/recorder';
import { isOwnDevice } from '../alsa-names';
import type { Check } from '../check';
import { notHere, ok, warning, type Finding } from '../finding';
import { problemOf } from '../from-error';
import { versionOf } from '../version-of';

type ProbedDevice = Awaited<ReturnType<typeof probeDevices>>[number];

const WITHOUT = 'Plug in a USB microphone; until then the recordings that come along and the practice page\'s own microphone work.';

/** The default that leads nowhere is no fault by itself: it says only that there is none. */
const NOTHING_THERE: readonly ErrorCode[] = ['PRON_MIC_MISSING', 'PRON_MIC_UNPLUGGED', 'PRON_MIC_NO_SERVER'];

function isAbsentDefault({ name, problem }: ProbedDevice): boolean {
  return name === 'default' && problem !== null && NOTHING_THERE.includes(problem.code);
}

function deviceFinding({ name, label, problem }: ProbedDevice): Finding {
  const facts = { device: name, label };
  if (problem === null) return ok(name, label === name ? 'It can be recorded from.' : `${label}: it can be recorded from.`, facts);
  const found = problemOf(name, problem, facts);
  // Somebody is using it, maybe this package: nothing is broken.
  return problem.code === 'PRON_MIC_BUSY' ? { ...found, condition: 'warning' } : found;
}

async function devices(): Promise<Finding[]> {
  const probed = (await probeDevices()).filter((device) => isOwnDevice(device) && !isAbsentDefault(device));
  if (probed.length > 0) return probed.map(deviceFinding);
  return [warning('microphone', 'There is none.', WITHOUT)];
}

export const microphones: Check = {
  name: 'microphones',
  title: 'Microphones',
  limitMs: 7000,
  run: async (_patient, signal) => {
    if (process.platform !== 'linux') return [notHere('arecord', `There is no recorder for ${process.platform}.`, WITHOUT)];
    const version = await versionOf('arecord', signal);
    if (version === undefined) return [problemOf('arecord', new PronError('PRON_MIC_PROGRAM'))];
    return [ok('arecord', `Version ${version}.`, { version }), ...(await devices())];
  },
};
