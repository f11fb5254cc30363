import type { NodeAPI } from 'node-red';

import { checkTextLength, SERVED_ENGINES, speak, teachersIn, voicesOf } from '../../voices';
import { serve } from '../lib/admin-route';
import { oneTrial } from '../lib/one-trial';
import { postedSettings } from '../lib/posted-settings';
import { choiceField, textField } from '../lib/fields';
import { keyInDialog } from './key';
import { SPEAKING, TTS_FIELDS } from './settings';

/** Longest text, in characters: one or two sentences are enough to hear a voice. */
const MAX_CHARACTERS = 200;

const SERVER_FIELDS = {
  address: TTS_FIELDS.address,
  model: TTS_FIELDS.model,
  speaker: TTS_FIELDS.speaker,
  /** Of the node whose deployed key may be used. */
  id: textField(''),
  key: textField(''),
} as const;

/** Without `recording`, `recordings` and `command`, so that a route reads no file of this computer and runs no program by name. */
const SPEAK_FIELDS = {
  engine: choiceField('built-in', SPEAKING.filter((engine) => engine !== 'command' && engine !== 'recordings')),
  language: TTS_FIELDS.language,
  voice: TTS_FIELDS.voice,
  rate: TTS_FIELDS.rate,
  pitch: TTS_FIELDS.pitch,
  text: textField(''),
  ...SERVER_FIELDS,
} as const;

const SERVED_FIELDS = { engine: choiceField('http', SERVED_ENGINES), language: TTS_FIELDS.language, ...SERVER_FIELDS } as const;

const VOICES_FIELDS = { engine: TTS_FIELDS.engine, language: TTS_FIELDS.language } as const;

/** A sample of the dialog's voice, as a WAV in base64. */
const hear = oneTrial(async (RED: NodeAPI, body: unknown, signal: AbortSignal): Promise<{ text: string; wav: string }> => {
  const request = postedSettings(SPEAK_FIELDS, body);
  checkTextLength(request.text, MAX_CHARACTERS);
  const { wav } = await speak({ ...request, key: keyInDialog(RED, request), wordTimes: false, signal });
  return { text: request.text, wav: wav.toString('base64') };
});

/**
 * `GET pronunciation/voices?engine=...&language=...`: the voices to choose from.
 * `POST pronunciation/server-voices`: those of a server, which needs the right to edit, because a request leaves this
 * computer.
 * `POST pronunciation/speak`: a short text, spoken by the voice in the dialog.
 */
export function serveTtsRoutes(RED: NodeAPI): void {
  serve(RED, {
    method: 'get',
    path: 'voices',
    permission: 'pron-tts.read',
    answer: ({ query }) => {
      const { engine, language } = postedSettings(VOICES_FIELDS, query);
      return engine === 'recordings' ? teachersIn(RED.settings.userDir ?? '.') : voicesOf(engine, language);
    },
  });
  serve(RED, {
    method: 'post',
    path: 'server-voices',
    permission: 'pron-tts.write',
    answer: ({ body }) => {
      const { engine, language, ...server } = postedSettings(SERVED_FIELDS, body);
      return voicesOf(engine, language, { address: server.address, key: keyInDialog(RED, server) });
    },
  });
  serve(RED, {
    method: 'post',
    path: 'speak',
    permission: 'pron-tts.write',
    answer: ({ body }, signal) => hear(RED, body, signal),
  });
}
