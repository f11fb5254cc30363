import { isIP } from 'node:net';
import type { Node, NodeAPI, NodeDef } from 'node-red';

import { PronError } from '../../base/errors';
import { earFault } from '../../models/ear';
import { speak } from '../../voices';
import { createEar } from '../hear/ear';
import { localised, pronErrorOf } from '../lib/errors';
import { hyphenated } from '../lib/language';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import type { Answers } from './conversation';
import { wyomingInfo } from './info';
import { openServer } from './server';
import { WYOMING_FIELDS, type WyomingSettings } from './settings';

export = (RED: NodeAPI): void => {
  function PronWyoming(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => serving(RED, this, stage, readSettings(WYOMING_FIELDS, config)));
  }
  RED.nodes.registerType('pron-wyoming', PronWyoming);
};

/** Whether only programs of this computer reach an address. */
function isLocal(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function serving(RED: NodeAPI, node: Node, stage: Stage, settings: WyomingSettings): Handle {
  const { host, port, connections } = settings;
  const told = new Set<string>();
  const opening = openServer({
    host, port, connections,
    answers: answersOf(RED, node, stage, settings),
    toError: (error) => localised(RED, pronErrorOf(error)),
    onFault: (error) => {
      stage.watch(Promise.reject(error));
      // A port scanner must not fill the log: of each kind one.
      if (!told.has(error.code)) node.warn(error.message);
      told.add(error.code);
    },
  });
  opening.then(
    () => {
      if (isLocal(host)) stage.show('good', 'local', { port });
      else stage.show('fair', 'open', { port });
      if (!isLocal(host)) node.warn(RED._('warning.open', { host, port }));
    },
    (error: unknown) => node.error(localised(RED, pronErrorOf(error)).message, {}),
  );
  stage.watch(opening);
  stage.onClose(async () => (await opening.catch(() => undefined))?.close());
  return () => Promise.resolve(null);
}

function answersOf(RED: NodeAPI, node: Node, { engine, show }: Stage, settings: WyomingSettings): Answers {
  const ear = createEar(engine);
  const tell = (topic: 'spoken' | 'heard', payload: string, language: string): void => node.send({ topic, payload, pronunciation: { language } });

  return {
    describe: () => wyomingInfo(settings, { voices: RED._('info.voices'), ear: RED._('info.ear') }),
    speak: async ({ text, language, voice, speaker }, signal) => {
      if (!settings.voices) throw new PronError('PRON_WYOMING_NOT_OFFERED', { service: 'tts' });
      const spokenIn = hyphenated(language ?? voice ?? settings.language);
      show('busy', 'speaking');
      const speech = await speak({
        engine: 'built-in', text, language: spokenIn, voice: `${voice ?? ''}${speaker === undefined ? '' : `+${speaker}`}`, wordTimes: false, signal,
      });
      show('good', 'spoken');
      tell('spoken', text, spokenIn);
      return speech;
    },
    hear: async (wav, named) => {
      const fault = settings.ear ? earFault() : new PronError('PRON_WYOMING_NOT_OFFERED', { service: 'asr' });
      if (fault !== null) throw fault;
      const language = hyphenated(named ?? settings.language);
      show('busy', 'listening');
      const { heard } = await ear.hear({ kind: 'hear', wav, language }, { begun: false });
      show('good', 'heard');
      tell('heard', heard.text, heard.language);
      return { text: heard.text, language: heard.language };
    },
  };
}
