import { integerField, type Settings } from '../lib/fields';

/** Settings of pron-voice. */
export const VOICE_FIELDS = {
  /** Takes of a text that are kept: a new one removes the oldest. */
  takes: integerField(3, 1, 9, { group: 'voices', icon: 'files-o', followedBy: 'pin' }),
} as const;

export type VoiceSettings = Settings<typeof VOICE_FIELDS>;
