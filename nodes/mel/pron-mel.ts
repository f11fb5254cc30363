import type { Node, NodeAPI, NodeDef } from 'node-red';

import { featuresSource } from './features';
import { knownFacts } from '../lib/facts';
import { putMel } from '../lib/outgoing';
import { readSettings } from '../lib/settings';
import { filtersOf, MEL_FIELDS } from './settings';
import { startStage } from '../lib/stage';
import { turnOf } from '../lib/turn';

export = (RED: NodeAPI): void => {
  function PronMel(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, ({ engine, receive, show }) => {
      const settings = readSettings(MEL_FIELDS, config);
      const features = featuresSource(RED, settings);
      const filters = filtersOf(settings);
      return async (msg) => {
        const wav = receive.recording(msg);
        show('busy', 'working');
        const { noise } = knownFacts(msg);
        const job = { kind: 'mel', wav, features: await features(), filters, noise, contour: true } as const;
        const result = await engine.run(job, turnOf(msg));
        putMel(msg, result);
        show('good', 'done', { bands: result.mel.bands, frames: result.mel.frames });
        return msg;
      };
    });
  }
  RED.nodes.registerType('pron-mel', PronMel);
};
