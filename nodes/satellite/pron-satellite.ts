import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import { phrase, PronError } from '../../base/errors';
import type { RecordedAudio } from '../../devices/recorder';
import { audioEvents, wyomingBytes, type WyomingEvent } from '../../voices/wyoming';
import { localised, pronErrorOf } from '../lib/errors';
import { knownFacts } from '../lib/facts';
import { putNewAudio } from '../lib/outgoing';
import { readSettings } from '../lib/settings';
import { startStage, type Handle, type Stage } from '../lib/stage';
import { turnOf } from '../lib/turn';
import { openLink } from './link';
import { SATELLITE_FIELDS, type SatelliteSettings } from './settings';
import { cutUtterances } from './utterances';

export = (RED: NodeAPI): void => {
  function PronSatellite(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => listening(RED, this, stage, readSettings(SATELLITE_FIELDS, config)));
  }
  RED.nodes.registerType('pron-satellite', PronSatellite);
};

/** Sends what a satellite's microphone hears, an utterance a message. Its loudspeaker plays the recordings of messages that come. */
function listening(RED: NodeAPI, node: Node, stage: Stage, settings: SatelliteSettings): Handle {
  const { address } = settings;
  const { engine, show } = stage;
  let isTold = false;

  /** Shows each failure; only the first of an outage is logged, and as no warning: a satellite may be off for days. */
  function fail(error: PronError): void {
    stage.watch(Promise.reject(error));
    if (!isTold) node.log(localised(RED, error).message);
    isTold = true;
  }

  async function send({ wav, sampleRate, durationMs }: RecordedAudio): Promise<void> {
    const msg = {} as NodeMessage;
    putNewAudio(msg, await engine.run({ kind: 'inspect', wav, sampleRate }, { begun: true }), { role: 'learner' });
    node.send(msg);
    show('good', 'heard', { seconds: (durationMs / 1000).toFixed(1) });
  }

  const cut = cutUtterances(settings, {
    onUtterance: (audio) => void send(audio).catch((error: unknown) => fail(pronErrorOf(error))),
    // Without it a satellite with a wake word would stream for ever. The text is not known yet.
    onEnd: () => link.send(wyomingBytes('transcript', { text: '' })),
    onWrongForm: () => fail(new PronError('PRON_SATELLITE', { address, reason: phrase('notPcm16Mono') })),
  });

  function onEvent(event: WyomingEvent): void {
    if (event.type === 'ping') link.send(wyomingBytes('pong', { text: event.data['text'] ?? null }));
    else cut(event);
  }

  const link = openLink({
    address, onEvent, onLost: fail,
    onConnected: () => {
      isTold = false;
      show('good', 'connected');
    },
  });
  stage.onClose(link.close);

  return async (msg) => {
    const payload = stage.receive.file(msg);
    const { wav, facts } = await engine.run({ kind: 'inspect', wav: payload, noise: knownFacts(msg).noise }, turnOf(msg));
    if (!link.isConnected()) throw new PronError('PRON_SATELLITE_AWAY', { address });
    for (const bytes of audioEvents(wav, facts.sampleRate)) link.send(bytes);
    show('good', 'played');
    return null;
  };
}
