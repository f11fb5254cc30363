import type { Node, NodeAPI, NodeMessage } from 'node-red';

import type { SpeakRequest } from '../../engine/voices';
import { describe } from '../../pipeline/describe';
import { PronError } from '../../pipeline/errors';
import { pronunciationOf } from './message';
import type { TtsSettings } from './settings/tts';

/** The value that a typed input stands for. A variable that does not exist is an empty text. */
async function textOf(RED: NodeAPI, node: Node, settings: TtsSettings, msg: NodeMessage): Promise<string> {
  const { text, textType } = settings;
  const value = await new Promise<unknown>((resolve, reject) => {
    RED.util.evaluateNodeProperty(text, textType, node, msg, (error, found: unknown) => {
      if (error) reject(error);
      else resolve(found);
    });
  });
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === null) return '';
  // A recording needs no text: whatever starts it may carry anything.
  if (settings.engine === 'recording') return '';
  throw new PronError('PRON_TTS_TEXT_TYPE', { found: describe(value) });
}

/** The language that the message names, or the dialog's. */
function languageOf(settings: TtsSettings, msg: NodeMessage): string {
  const named = [pronunciationOf(msg).language, (msg as { readonly language?: unknown }).language];
  const language = named.find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof language === 'string' ? language.trim() : settings.language;
}

/** What a message asks a voice to say. */
export async function ttsRequest(
  RED: NodeAPI,
  node: Node,
  settings: TtsSettings,
  msg: NodeMessage,
): Promise<SpeakRequest> {
  const { engine, voice, rate, pitch } = settings;
  const { filename } = msg as { readonly filename?: unknown };
  const file = settings.file === '' && typeof filename === 'string' ? filename : settings.file;
  const text = await textOf(RED, node, settings, msg);
  return { engine, text, language: languageOf(settings, msg), voice, rate, pitch, file };
}
