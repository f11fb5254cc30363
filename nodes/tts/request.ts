import { basename } from 'node:path';

import type { Node, NodeAPI, NodeMessage } from 'node-red';

import { checkTextLength, type SpeakRequest } from '../../voices';
import { describe } from '../../base/describe';
import { phrase, PronError } from '../../base/errors';
import { namedLanguage } from '../lib/language';
import { recordingFile } from '../lib/recording-file';
import { badSetting } from '../lib/settings';
import type { TtsSettings } from './settings';

/** The value of a typed input. A variable that does not exist is an empty text. */
async function textOf(RED: NodeAPI, node: Node, settings: TtsSettings, msg: NodeMessage): Promise<string> {
  const { text, textType } = settings;
  const value = await new Promise<unknown>((resolve, reject) => {
    RED.util.evaluateNodeProperty(text, textType, node, msg, (error, found: unknown) => {
      // The dialog's validator refuses it, but a flow file may hold it.
      if (error) reject(badSetting('text', text, phrase('aProperty')));
      else resolve(found);
    });
  });
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === null) return '';
  // A recording needs no text, so the payload may be anything.
  if (settings.engine === 'recording') return '';
  throw new PronError('PRON_TTS_TEXT_TYPE', { found: describe(value) });
}

/** The request to a voice, from a message and the settings. */
export async function ttsRequest(
  RED: NodeAPI,
  node: Node,
  settings: TtsSettings,
  msg: NodeMessage,
): Promise<SpeakRequest> {
  const { engine, voice, rate, pitch, address, model, speaker, command } = settings;
  const { filename } = msg as { readonly filename?: unknown };
  const file = engine === 'recording' ? await recordingFile(settings.file, filename) : '';
  const text = await textOf(RED, node, settings, msg);
  checkTextLength(text);
  return { engine, text, language: namedLanguage(msg) ?? settings.language, voice, rate, pitch, file, address, model, speaker, command };
}

/** What people call the voice of a request: the file of a recording, else the engine and its voice. */
export function voiceName({ engine, voice = '', file = '' }: SpeakRequest): string {
  return engine === 'recording' ? basename(file) : [engine, basename(voice)].filter((part) => part !== '').join(' ');
}
