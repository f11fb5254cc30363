import { PronError } from '../../base/errors';
import type { AlsaDevice } from '../alsa/devices';
import { listDevices } from './devices';
import { record } from './record';

/** A device and whether it can be recorded from, now and by this user. */
export interface ProbedDevice extends AlsaDevice {
  /** Why it can't; null where it can. */
  readonly problem: PronError | null;
}

/** Any rate that a device converts to. */
const SAMPLE_RATE = 16000;
const RECORDED_MS = 20;
/** A device that has delivered nothing by then is given up. */
const LIMIT_MS = 1500;

async function problemOf(device: string): Promise<PronError | null> {
  try {
    await record({ device, sampleRate: SAMPLE_RATE, maxMs: RECORDED_MS, noDataMs: LIMIT_MS }).done;
    return null;
  } catch (error) {
    if (error instanceof PronError) return error;
    throw error;
  }
}

/**
 * Opens each device for a moment, all at once; in less than 2 s unless devices are busy. Two names may stand for one
 * card, which then was busy with ourselves, so those that are busy are tried again one after the other.
 */
export async function probe(devices: readonly AlsaDevice[]): Promise<ProbedDevice[]> {
  const first = await Promise.all(devices.map(async (device) => ({ ...device, problem: await problemOf(device.name) })));
  const probed: ProbedDevice[] = [];
  for (const device of first) {
    const isBusy = device.problem?.code === 'PRON_MIC_BUSY';
    probed.push(isBusy ? { ...device, problem: await problemOf(device.name) } : device);
  }
  return probed;
}

let underWay: Promise<ProbedDevice[]> | undefined;

/**
 * The microphones that arecord knows, each tried. Those who ask while devices are being tried get the same answer.
 * @throws PronError PRON_MIC_PROGRAM, PRON_MIC_FAILED
 */
export function probeDevices(): Promise<ProbedDevice[]> {
  underWay ??= listDevices()
    .then(probe)
    .finally(() => (underWay = undefined));
  return underWay;
}

/** Resolves when no device is being tried: until then one may be busy with that. */
export async function probesEnded(): Promise<void> {
  await underWay?.catch(() => undefined);
}
