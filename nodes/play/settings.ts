import { deviceField } from '../lib/device-setting';

/** Settings of pron-play. */
export const PLAY_FIELDS = { device: deviceField() } as const;
