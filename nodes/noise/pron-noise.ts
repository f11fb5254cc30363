import type { Node, NodeAPI, NodeDef } from 'node-red';

import { addAudioFacts, wavOf } from '../lib/message';
import { noiseProfileOf, gateOptionsOf } from './options';
import { readSettings } from '../lib/settings';
import { NOISE_FIELDS } from './settings';
import { startStage } from '../lib/stage';
import { turnOf } from '../lib/turn';

export = (RED: NodeAPI): void => {
  function PronNoise(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, ({ engine, show }) => {
      const settings = readSettings(NOISE_FIELDS, config);
      return async (msg) => {
        const wav = wavOf(msg);
        const noiseProfile = noiseProfileOf(msg);
        show('busy', 'working');
        const options = gateOptionsOf(settings);
        const result = await engine.run(
          { kind: 'noise', wav, options, ...(noiseProfile === undefined ? {} : { noiseProfile }) },
          turnOf(msg),
        );
        msg.payload = result.wav;
        addAudioFacts(msg, result.facts, result);
        show('good', 'done', { snr: Math.round(result.noise.snrDb) });
        return msg;
      };
    });
  }
  RED.nodes.registerType('pron-noise', PronNoise);
};
