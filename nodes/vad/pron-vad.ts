import type { Node, NodeAPI, NodeDef } from 'node-red';

import { knownFacts } from '../lib/facts';
import { putAudio } from '../lib/outgoing';
import { readSettings } from '../lib/settings';
import { VAD_FIELDS } from './settings';
import { startStage } from '../lib/stage';
import { turnOf } from '../lib/turn';
import { listedWords, movedWords, withinMs } from '../lib/words';

export = (RED: NodeAPI): void => {
  function PronVad(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, ({ engine, receive, show }) => {
      const options = readSettings(VAD_FIELDS, config);
      return async (msg) => {
        const wav = receive.recording(msg);
        const words = listedWords(msg);
        show('busy', 'working');
        const result = await engine.run({ kind: 'vad', wav, options, noise: knownFacts(msg).noise }, turnOf(msg));
        const { facts, speech, trimmedStartMs } = result;
        const moved = (ms: number): number => withinMs(ms - trimmedStartMs, facts.durationMs);
        putAudio(msg, result, { speech, ...(words && { words: movedWords(words, moved) }) });
        if (speech === null) show('refused', 'noSpeech');
        else show('good', 'speech', { seconds: ((speech.endMs - speech.startMs) / 1000).toFixed(1) });
        return msg;
      };
    });
  }
  RED.nodes.registerType('pron-vad', PronVad);
};
