import { alsaDevices, type AlsaDevice } from '../alsa/devices';
import { spawnFailureOf } from './failure';

/** The loudspeakers that aplay knows. @throws PronError PRON_PLAY_PROGRAM, PRON_PLAY_FAILED */
export async function listLoudspeakers(): Promise<AlsaDevice[]> {
  try {
    return await alsaDevices('aplay');
  } catch (error) {
    throw spawnFailureOf('default', error as NodeJS.ErrnoException);
  }
}
