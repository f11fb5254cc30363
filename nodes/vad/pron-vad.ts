import type { Node, NodeAPI, NodeDef } from 'node-red';

import { addAudioFacts, addFacts, movedWords, wavOf, withinMs } from '../lib/message';
import { listedWords } from '../lib/message-limits';
import { judgedFacts } from '../lib/score-facts';
import { readSettings } from '../lib/settings';
import { VAD_FIELDS } from './settings';
import { startStage } from '../lib/stage';
import { turnOf } from '../lib/turn';

export = (RED: NodeAPI): void => {
  function PronVad(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, ({ engine, show }) => {
      const options = readSettings(VAD_FIELDS, config);
      return async (msg) => {
        const wav = wavOf(msg);
        const words = listedWords(msg);
        show('busy', 'working');
        const result = await engine.run({ kind: 'vad', wav, options, noise: judgedFacts(msg).noise }, turnOf(msg));
        const { facts, speech, trimmedStartMs } = result;
        msg.payload = result.wav;
        addAudioFacts(msg, facts, result);
        const moved = (ms: number): number => withinMs(ms - trimmedStartMs, facts.durationMs);
        addFacts(msg, {
          speech,
          ...(words && { words: movedWords(words, moved) }),
        });
        if (speech === null) show('refused', 'noSpeech');
        else show('good', 'speech', { seconds: ((speech.endMs - speech.startMs) / 1000).toFixed(1) });
        return msg;
      };
    });
  }
  RED.nodes.registerType('pron-vad', PronVad);
};
