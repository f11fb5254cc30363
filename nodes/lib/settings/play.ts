import { deviceField } from './device';

/** Settings of pron-play. */
export const PLAY_FIELDS = { device: deviceField() } as const;
