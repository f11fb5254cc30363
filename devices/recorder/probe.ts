import { PronError } from '../../base/errors';
import { ProcessError } from '../../base/run-process';
import { alsaDevices, type AlsaDevice } from '../alsa/devices';
import { record } from './record';
import { recorderFor, startFailure, type RecorderSetting } from './recorder';

/** A device and whether it can be recorded from, now and by this user. */
export interface ProbedDevice extends AlsaDevice {
  /** Why it can't; null where it can. */
  readonly problem: PronError | null;
}

/** Any rate that a device converts to. */
const SAMPLE_RATE = 16000;
const RECORDED_MS = 20;
/** A device that has delivered nothing by then is given up. SoX needs a Node.js process of its own to start. */
const LIMIT_MS = { arecord: 1500, sox: 4000 };

const DEFAULT: AlsaDevice = { name: 'default', label: 'default' };

/**
 * The microphones to choose from: those that arecord lists. SoX can't list devices: where there is no arecord it offers
 * the default alone.
 * @throws PronError PRON_MIC_PROGRAM, PRON_MIC_FAILED
 */
export async function listDevices(recorder: RecorderSetting = 'automatic'): Promise<readonly AlsaDevice[]> {
  const name = recorderFor(recorder);
  if (name === 'sox' && process.platform !== 'linux') return [DEFAULT];
  try {
    return await alsaDevices('arecord');
  } catch (error) {
    if (!(error instanceof ProcessError)) throw error;
    if (name === 'sox') return [DEFAULT];
    throw startFailure('arecord', 'default', error.end);
  }
}

async function problemOf(device: string, recorder: RecorderSetting): Promise<PronError | null> {
  const noDataMs = LIMIT_MS[recorderFor(recorder)];
  try {
    await record({ device, recorder, sampleRate: SAMPLE_RATE, maxMs: RECORDED_MS, noDataMs }).done;
    return null;
  } catch (error) {
    if (error instanceof PronError) return error;
    throw error;
  }
}

/**
 * Opens each device for a moment. arecord opens all at once, in less than 2 s unless devices are busy: two names may
 * stand for one card, which then was busy with ourselves, so those that are busy are tried again one after the other.
 * SoX opens one after the other, because each needs a Node.js process.
 */
async function probe(devices: readonly AlsaDevice[], recorder: RecorderSetting): Promise<ProbedDevice[]> {
  const tried = async (device: AlsaDevice): Promise<ProbedDevice> => ({ ...device, problem: await problemOf(device.name, recorder) });
  const first = recorderFor(recorder) === 'arecord' ? await Promise.all(devices.map(tried)) : undefined;
  const probed: ProbedDevice[] = [];
  for (const [i, device] of devices.entries()) {
    const before = first?.[i];
    probed.push(before === undefined || before.problem?.code === 'PRON_MIC_BUSY' ? await tried(device) : before);
  }
  return probed;
}

const underWay = new Map<RecorderSetting, Promise<ProbedDevice[]>>();

/**
 * The microphones to choose from, each tried. Those who ask while devices are being tried get the same answer.
 * @throws PronError PRON_MIC_PROGRAM, PRON_MIC_FAILED
 */
export function probeDevices(recorder: RecorderSetting = 'automatic'): Promise<ProbedDevice[]> {
  const known = underWay.get(recorder);
  if (known !== undefined) return known;
  const probing = listDevices(recorder)
    .then((devices) => probe(devices, recorder))
    .finally(() => underWay.delete(recorder));
  underWay.set(recorder, probing);
  return probing;
}

/** Resolves when no device is being tried: until then one may be busy with that. */
export async function probesEnded(): Promise<void> {
  await Promise.allSettled(underWay.values());
}
