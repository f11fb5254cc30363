import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { shown } from '../../base/describe';
import { PronError } from '../../base/errors';
import { openVoices, voicesFolder, type TeacherVoice } from '../../voices';
import { createPinCheck } from '../lib/pin-check';
import { pronunciationOf } from '../lib/facts';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { teachersPin, type PinCredentials } from '../lib/teachers-pin';
import { VOICE_FIELDS, type VoiceSettings } from './settings';
import { takeIn, teacherOf } from './take';

/** What pages are told: who has recorded what, and whether anybody may record. */
interface Voices {
  readonly voices: readonly TeacherVoice[];
  readonly hasPin: boolean;
}

export = (RED: NodeAPI): void => {
  function PronVoice(this: Node<PinCredentials>, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => keeping(RED, this, stage, readSettings(VOICE_FIELDS, config)));
  }
  RED.nodes.registerType('pron-voice', PronVoice, { credentials: { pin: { type: 'password' } } });
};

function keeping(RED: NodeAPI, node: Node<PinCredentials>, { show, watch }: Stage, { takes }: VoiceSettings): Handle {
  const pin = teachersPin(RED, node);
  const hasPin = pin !== '';
  const checkPin = createPinCheck(pin);
  const store = openVoices(voicesFolder(RED.settings.userDir ?? '.'), takes);

  async function look(): Promise<Voices> {
    const voices = await store.list();
    if (voices.length === 0) show('idle', 'none');
    else show('good', 'voices', { count: voices.length });
    return { voices, hasPin };
  }
  watch(look());

  /** Only the teacher may change a voice. */
  function checkTeacher(msg: NodeMessage): void {
    const { session } = pronunciationOf(msg);
    checkPin((msg as { readonly pin?: unknown }).pin, typeof session === 'string' ? session : undefined);
  }

  return async (msg) => {
    const { topic } = msg as { readonly topic?: unknown };
    try {
      switch (topic) {
        case 'voices':
          return [told(msg, { topic, payload: await look() }), null];
        case 'keep': {
          checkTeacher(msg);
          const filename = await store.keep(takeIn(msg));
          return [told(msg, { topic: 'kept', payload: filename }), { topic: 'voices', payload: await look() }];
        }
        case 'delete': {
          checkTeacher(msg);
          const left = await store.remove(teacherOf(msg));
          return [told(msg, { topic: 'deleted', payload: { left } }), { topic: 'voices', payload: await look() }];
        }
        default:
          throw new PronError('PRON_VOICE_TOPIC', { topic: shown(topic) });
      }
    } catch (error) {
      throw diskFault(error);
    }
  };
}

/** The answer in the message that asked, without its PIN. */
function told(msg: NodeMessage, answer: object): NodeMessage {
  Reflect.deleteProperty(msg, 'pin');
  return Object.assign(msg, answer);
}

/** An error of the file system as one of the voices; any other as it is. */
function diskFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof PronError) return error;
  return 'code' in error || 'syscall' in error ? new PronError('PRON_VOICE_STORE', { reason: error.message }) : error;
}
