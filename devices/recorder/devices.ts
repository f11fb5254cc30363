import { alsaDevices, type AlsaDevice } from '../alsa/devices';
import { spawnFailureOf } from './failure';

/** The microphones that arecord knows. @throws PronError PRON_MIC_PROGRAM, PRON_MIC_FAILED */
export async function listDevices(): Promise<AlsaDevice[]> {
  try {
    return await alsaDevices('arecord');
  } catch (error) {
    throw spawnFailureOf('default', error as NodeJS.ErrnoException);
  }
}
