import type { Node, NodeAPI, NodeDef } from 'node-red';

import { knownFacts } from '../lib/facts';
import { putAudio } from '../lib/outgoing';
import { noiseProfileOf, gateOptionsOf } from './options';
import { readSettings } from '../lib/settings';
import { NOISE_FIELDS } from './settings';
import { startStage } from '../lib/stage';
import { turnOf } from '../lib/turn';

export = (RED: NodeAPI): void => {
  function PronNoise(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, ({ engine, receive, show }) => {
      const settings = readSettings(NOISE_FIELDS, config);
      return async (msg) => {
        const wav = receive.recording(msg);
        const noiseProfile = noiseProfileOf(msg);
        show('busy', 'working');
        const options = gateOptionsOf(settings);
        const result = await engine.run(
          { kind: 'noise', wav, options, noiseProfile, noise: knownFacts(msg).noise },
          turnOf(msg),
        );
        putAudio(msg, result);
        show('good', 'done', { snr: Math.round(result.facts.noise.snrDb) });
        return msg;
      };
    });
  }
  RED.nodes.registerType('pron-noise', PronNoise);
};
