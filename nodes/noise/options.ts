import type { NodeMessage } from 'node-red';

import { phrase } from '../../base/errors';
import type { GateOptions, NoiseProfile } from '../../pipeline/gate';
import { bytesOf } from '../lib/audio-bytes';
import { notTooLarge } from '../lib/receive';
import { badSetting } from '../lib/settings';
import type { NoiseSettings } from './settings';

/** The recording of the noise alone in a message (`msg.noiseProfile`), or undefined. Throws PRON_BAD_SETTING if it is not bytes. */
export function noiseProfileOf(msg: NodeMessage): Buffer | undefined {
  const profile = msg.noiseProfile;
  if (profile === undefined || profile === null) return undefined;
  const bytes = bytesOf(profile);
  if (bytes === undefined) throw badSetting('msg.noiseProfile', profile, phrase('aWavBuffer'));
  return notTooLarge(bytes);
}

/** The gate's options from a node's settings. A recording of the noise in the message has priority over the profile and the mode:
 *  see `NoiseJob`. */
export function gateOptionsOf(settings: NoiseSettings): GateOptions {
  const profile: NoiseProfile =
    settings.profile === 'first' ? { from: 'lead-in', ms: settings.profileMs } : { from: 'quietest' };
  return {
    stationary: settings.mode === 'stationary',
    profile,
    strength: settings.strength / 100,
    smoothHz: settings.smoothHz,
    smoothMs: settings.smoothMs,
  };
}
