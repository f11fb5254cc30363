import { basename, isAbsolute } from 'node:path';

import type { Node, NodeAPI, NodeMessage } from 'node-red';

import { checkTextLength, folderOf, MAX_TAKES, teacherRequests, voicesFolder, type SpeakRequest } from '../../voices';
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

/**
 * The folder of the teacher that the dialog names, or `msg.voice` where the dialog names none. Only the dialog may hold a path.
 * @throws PronError PRON_BAD_SETTING where neither names a teacher
 */
async function teacherFolder(RED: NodeAPI, setting: string, named: unknown): Promise<string | undefined> {
  const own = setting.trim();
  if (isAbsolute(own)) return own;
  const teacher = own === '' ? named : own;
  if (typeof teacher !== 'string' || teacher.trim() === '') throw badSetting('voice', teacher, phrase('aTeacher'));
  return folderOf(voicesFolder(RED.settings.userDir ?? '.'), teacher);
}

/** The request to a voice, from a message and the settings; of a teacher one for each take that is sent, the newest first. */
export async function ttsRequests(
  RED: NodeAPI,
  node: Node,
  settings: TtsSettings,
  msg: NodeMessage,
): Promise<readonly [SpeakRequest, ...SpeakRequest[]]> {
  const { engine, voice, rate, pitch, address, model, speaker, command, takes } = settings;
  const { filename, voice: named } = msg as { readonly filename?: unknown; readonly voice?: unknown };
  const file = engine === 'recording' ? await recordingFile(settings.file, filename) : '';
  const text = await textOf(RED, node, settings, msg);
  checkTextLength(text);
  const request = { engine, text, language: namedLanguage(msg) ?? settings.language, voice, rate, pitch, file, address, model, speaker, command };
  return engine === 'recordings' ? teacherRequests(request, await teacherFolder(RED, voice, named), takes === 'all' ? MAX_TAKES : 1) : [request];
}

/** What people call the voice of a request: the teacher or the file of a recording, else the engine and its voice. */
export function voiceName({ engine, voice = '', file = '', teacher }: SpeakRequest): string {
  if (teacher !== undefined) return teacher;
  return engine === 'recording' ? basename(file) : [engine, basename(voice)].filter((part) => part !== '').join(' ');
}
