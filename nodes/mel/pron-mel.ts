import type { Node, NodeAPI, NodeDef } from 'node-red';

import { featuresSource } from './features';
import { addAudioFacts, pronunciationOf, wavOf } from '../lib/message';
import { judgedFacts } from '../lib/score-facts';
import { readSettings } from '../lib/settings';
import { filtersOf, MEL_FIELDS } from './settings';
import { startStage } from '../lib/stage';
import { turnOf } from '../lib/turn';

export = (RED: NodeAPI): void => {
  function PronMel(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, ({ engine, show }) => {
      const settings = readSettings(MEL_FIELDS, config);
      const features = featuresSource(RED, settings);
      const filters = filtersOf(settings);
      return async (msg) => {
        const wav = wavOf(msg);
        show('busy', 'working');
        const { noise } = judgedFacts(msg);
        const job = { kind: 'mel', wav, features: await features(), filters, noise } as const;
        const { mel, image, facts } = await engine.run(job, turnOf(msg));
        msg.payload = mel;
        if (image !== undefined) msg.image = image;
        // Without an audio stage before it, nobody else knows the recording's level and noise.
        if (pronunciationOf(msg).level === undefined) addAudioFacts(msg, facts);
        show('good', 'done', { bands: mel.bands, frames: mel.frames });
        return msg;
      };
    });
  }
  RED.nodes.registerType('pron-mel', PronMel);
};
