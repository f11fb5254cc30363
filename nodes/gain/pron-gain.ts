import type { Node, NodeAPI, NodeDef } from 'node-red';

import type { GainOptions } from '../../pipeline/gain';
import { knownFacts } from '../lib/facts';
import { putAudio } from '../lib/outgoing';
import { readSettings } from '../lib/settings';
import { GAIN_FIELDS } from './settings';
import { startStage } from '../lib/stage';
import { turnOf } from '../lib/turn';

export = (RED: NodeAPI): void => {
  function PronGain(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, ({ engine, receive, show }) => {
      const { mode, gainDb, targetDb } = readSettings(GAIN_FIELDS, config);
      const options: GainOptions = mode === 'change' ? { mode, gainDb } : { mode, targetDb };
      return async (msg) => {
        const wav = receive.recording(msg);
        show('busy', 'working');
        const result = await engine.run({ kind: 'gain', wav, options, noise: knownFacts(msg).noise }, turnOf(msg));
        putAudio(msg, result);
        const gain = `${result.gainDb < 0 ? '' : '+'}${result.gainDb.toFixed(1)}`;
        if (result.saturatedShare > 0) show('fair', 'saturated', { gain });
        else show('good', 'done', { gain });
        return msg;
      };
    });
  }
  RED.nodes.registerType('pron-gain', PronGain);
};
