import type { Node, NodeAPI, NodeDef } from 'node-red';

import { pcmOfWav } from '../../pipeline/pcm16';
import { createPlayQueue, play } from '../../devices/player';
import { knownFacts } from '../lib/facts';
import { namedDevice } from '../lib/named-device';
import { servePlayRoutes } from './routes';
import { readSettings } from '../lib/settings';
import { PLAY_FIELDS } from './settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { turnOf } from '../lib/turn';

export = (RED: NodeAPI): void => {
  function PronPlay(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => playing(RED, this, stage, readSettings(PLAY_FIELDS, config).device));
  }
  RED.nodes.registerType('pron-play', PronPlay);
  servePlayRoutes(RED);
};

function playing(RED: NodeAPI, node: Node, { engine, receive, show, onClose }: Stage, setting: string): Handle {
  const queue = createPlayQueue();
  const closed = new AbortController();
  const naming = namedDevice(RED, node, setting, 'aplay', closed.signal);
  onClose(async () => {
    closed.abort();
    await Promise.all([queue.stop(), naming]);
  });
  return async (msg) => {
    if (msg.payload === 'stop') {
      await queue.stop();
      show('idle', 'stopped');
      return null;
    }
    const payload = receive.file(msg);
    let seconds = '';
    // Queued immediately, so that a stop reaches all messages that came before it.
    const isWhole = await queue.add(async () => {
      const { wav, facts } = await engine.run({ kind: 'inspect', wav: payload, noise: knownFacts(msg).noise }, turnOf(msg));
      seconds = (facts.durationMs / 1000).toFixed(1);
      show('busy', 'playing', { seconds });
      return play({ device: await naming, pcm: pcmOfWav(wav), sampleRate: facts.sampleRate });
    });
    if (!isWhole) return null;
    if (queue.length === 0) show('good', 'done', { seconds });
    return msg;
  };
}
