import { PronError } from '../../../base/errors';
import type { AlsaDevice } from '../../../devices/alsa/devices';
import { listLoudspeakers, play } from '../../../devices/player';
import { isOwnDevice } from '../alsa-names';
import type { Check } from '../check';
import { notHere, ok, warning, type Finding } from '../finding';
import { problemOf } from '../from-error';
import { versionOf } from '../version-of';

const WITHOUT = 'Plug one in, or let the practice page play in the browser.';
const SAMPLE_RATE = 48000;
/** 20 ms, inaudible. */
const SILENCE = new Uint8Array((2 * SAMPLE_RATE) / 50);
/** PulseAudio keeps up to 2 s in its buffer. */
const GRACE_MS = 3000;

/** Plays silence; undefined for a default that leads nowhere. */
async function tried({ name, label }: AlsaDevice): Promise<Finding | undefined> {
  const facts = { device: name, label };
  try {
    await play({ device: name, pcm: SILENCE, sampleRate: SAMPLE_RATE, graceMs: GRACE_MS }).done;
    return ok(name, label === name ? 'It can be played on.' : `${label}: it can be played on.`, facts);
  } catch (error) {
    const code = error instanceof PronError ? error.code : undefined;
    if (name === 'default' && (code === 'PRON_PLAY_MISSING' || code === 'PRON_PLAY_NO_SERVER' || code === 'PRON_PLAY_UNPLUGGED')) return undefined;
    const found = problemOf(name, error, facts);
    return code === 'PRON_PLAY_BUSY' ? { ...found, condition: 'warning' } : found;
  }
}

async function devices(): Promise<Finding[]> {
  const findings: Finding[] = [];
  // One after the other: two names may stand for one card.
  for (const device of (await listLoudspeakers()).filter(isOwnDevice)) findings.push(...[(await tried(device)) ?? []].flat());
  return findings.length > 0 ? findings : [warning('loudspeaker', 'There is none.', WITHOUT)];
}

export const loudspeakers: Check = {
  name: 'loudspeakers',
  title: 'Loudspeakers',
  limitMs: 7000,
  run: async (_machine, signal) => {
    if (process.platform !== 'linux') return [notHere('aplay', `There is no player for ${process.platform}.`, WITHOUT)];
    const version = await versionOf('aplay', signal);
    if (version === undefined) return [problemOf('aplay', new PronError('PRON_PLAY_PROGRAM'))];
    return [ok('aplay', `Version ${version}.`, { version }), ...(await devices())];
  },
};
