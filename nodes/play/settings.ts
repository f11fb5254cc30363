import { deviceField } from '../lib/device-field';

/** Settings of pron-play. */
export const PLAY_FIELDS = { device: deviceField({ group: 'device', icon: 'volume-up', piece: 'devices' }) } as const;
