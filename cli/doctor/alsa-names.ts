import type { AlsaDevice } from '../../devices/alsa/devices';

/** Names that Debian's plugins define: they convert, or lead to a server that is looked at by itself. */
const PLUGINS = new Set([
  'null', 'lavrate', 'samplerate', 'speexrate', 'speex', 'jack', 'oss', 'pulse', 'pipewire', 'upmix', 'vdownmix', 'a52',
  'usbstream', 'arcam_av', 'samplerate_best', 'speexrate_best',
]);

/** Whether it is a card, the default, or a device that somebody has defined: what is plugged in or set up here. */
export function isOwnDevice({ name }: Pick<AlsaDevice, 'name'>): boolean {
  return !PLUGINS.has(name);
}

export function isCard({ name }: Pick<AlsaDevice, 'name'>): boolean {
  return name.startsWith('plughw:CARD=');
}
