import type { ErrorCode } from '../../../base/errors';
import { installation, missingRecorder, probeDevices, recorderFor, type RecorderName } from '../../../devices/recorder';
import { isOwnDevice } from '../alsa-names';
import type { Check } from '../check';
import { notHere, ok, warning, type Finding } from '../finding';
import { problemOf } from '../from-error';
import { versionOf } from '../version-of';

type ProbedDevice = Awaited<ReturnType<typeof probeDevices>>[number];

const WITHOUT = 'Plug in a USB microphone; until then use the bundled recordings, or the practice page\'s own microphone.';

/** A default that leads nowhere is no fault: it only means that there is no microphone. */
const NOTHING_THERE: readonly ErrorCode[] = ['PRON_MIC_MISSING', 'PRON_MIC_UNPLUGGED', 'PRON_MIC_NO_SERVER'];

function isAbsentDefault({ name, problem }: ProbedDevice): boolean {
  return name === 'default' && problem !== null && NOTHING_THERE.includes(problem.code);
}

function deviceFinding({ name, label, problem }: ProbedDevice): Finding {
  const facts = { device: name, label };
  if (problem === null) return ok(name, label === name ? 'It can be recorded from.' : `${label}: it can be recorded from.`, facts);
  const found = problemOf(name, problem, facts);
  // Another program uses it, maybe this package itself: nothing is broken.
  return problem.code === 'PRON_MIC_BUSY' ? { ...found, condition: 'warning' } : found;
}

async function devices(recorder: RecorderName): Promise<Finding[]> {
  const probed = (await probeDevices(recorder)).filter((device) => isOwnDevice(device) && !isAbsentDefault(device));
  if (probed.length > 0) return probed.map(deviceFinding);
  return [warning('microphone', 'There is none.', WITHOUT)];
}

const NAMES = { arecord: 'arecord', sox: 'SoX' };
const REASONS = {
  arecord: 'The mic node records with it, because this is Linux',
  sox: 'The mic node records with it, because arecord is for Linux only',
};

/** The recorder that the setting `automatic` means, and the microphones that it can record from. */
export async function recorderFindings(recorder: RecorderName, signal: AbortSignal): Promise<Finding[]> {
  const subject = NAMES[recorder];
  const version = await versionOf(recorder, signal);
  if (version === undefined) return [problemOf(subject, missingRecorder(recorder))];
  return [ok(subject, `Version ${version}. ${REASONS[recorder]}.`, { version, recorder }), ...(await devices(recorder))];
}

/** SoX where arecord records: nothing is missing without it. */
async function soxByChoice(signal: AbortSignal): Promise<Finding> {
  const version = await versionOf('sox', signal);
  if (version !== undefined) return ok('SoX', `Version ${version}. A mic node records with it if its setting Recorder says so.`, { version });
  return notHere('SoX', 'It is not installed, and arecord is enough.', `To record with it: ${installation('sox').install}.`);
}

export const microphones: Check = {
  name: 'microphones',
  title: 'Microphones',
  limitMs: 7000,
  run: async (_machine, signal) => {
    const recorder = recorderFor('automatic');
    const findings = await recorderFindings(recorder, signal);
    return recorder === 'arecord' ? [...findings, await soxByChoice(signal)] : findings;
  },
};
