import { CLASS_FIELDS } from './class/settings';
import { GAIN_FIELDS } from './gain/settings';
import { HEAR_FIELDS } from './hear/settings';
import { HOUSE_FIELDS } from './house/settings';
import type { Fields } from './lib/fields';
import { MEL_FIELDS } from './mel/settings';
import { MIC_FIELDS } from './mic/settings';
import { NOISE_FIELDS } from './noise/settings';
import { PLAY_FIELDS } from './play/settings';
import { SATELLITE_FIELDS } from './satellite/settings';
import { REMOTE_FIELDS } from './remote/settings';
import { SCORE_FIELDS } from './score/settings';
import { TIME_FIELDS } from './time/settings';
import { TTS_FIELDS } from './tts/settings';
import { VAD_FIELDS } from './vad/settings';
import { VOICE_FIELDS } from './voice/settings';
import { WYOMING_FIELDS } from './wyoming/settings';
import { WORKER_FIELDS } from './worker/settings';

/** The settings of every node, by its type. */
export const ALL_FIELDS: Readonly<Record<string, Fields>> = {
  'pron-mic': MIC_FIELDS,
  'pron-tts': TTS_FIELDS,
  'pron-gain': GAIN_FIELDS,
  'pron-noise': NOISE_FIELDS,
  'pron-vad': VAD_FIELDS,
  'pron-time': TIME_FIELDS,
  'pron-hear': HEAR_FIELDS,
  'pron-mel': MEL_FIELDS,
  'pron-score': SCORE_FIELDS,
  'pron-play': PLAY_FIELDS,
  'pron-class': CLASS_FIELDS,
  'pron-voice': VOICE_FIELDS,
  'pron-wyoming': WYOMING_FIELDS,
  'pron-house': HOUSE_FIELDS,
  'pron-satellite': SATELLITE_FIELDS,
  'pron-remote': REMOTE_FIELDS,
  'pron-worker': WORKER_FIELDS,
};

/** Nodes that get their work from elsewhere, and so have no input. */
export const WITHOUT_INPUT: ReadonlySet<string> = new Set(['pron-worker']);
