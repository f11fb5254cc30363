import type { Node, NodeAPI, NodeDef, NodeMessage } from 'node-red';

import type { MeterLevel, Recording, TakeOptions } from '../../devices/recorder';
import { DEFAULT_ENDPOINT } from '../../devices/recorder';
import { nameBundledFiles } from '../lib/bundled-files';
import { micCommand } from './command';
import { openMicInput, type MicInput } from './input';
import { serveMicRoutes } from './routes';
import { startMixerCare } from './mixer-care';
import { putNewAudio } from '../lib/outgoing';
import { readSettings } from '../lib/settings';
import { MIC_FIELDS, type MicSettings } from './settings';
import { startStage, type Handle, type Stage } from '../lib/stage';

export = (RED: NodeAPI): void => {
  function PronMic(this: Node, config: NodeDef): void {
    RED.nodes.createNode(this, config);
    startStage(RED, this, (stage) => recording(RED, this, stage, readSettings(MIC_FIELDS, config)));
  }
  RED.nodes.registerType('pron-mic', PronMic);
  serveMicRoutes(RED);
  nameBundledFiles(RED);
};

function optionsOf(settings: MicSettings): TakeOptions {
  const { mode, seconds, maxSeconds, silenceMs, contrastDb, floorDb } = settings;
  return {
    maxMs: 1000 * (mode === 'fixed' ? seconds : maxSeconds),
    ...(mode === 'silence' && { endpoint: { ...DEFAULT_ENDPOINT, silenceMs, contrastDb, floorDb } }),
  };
}

/** The message that starts a recording also carries it to the next node, and copies of it carry the levels during the recording.
 *  A message that stops a recording is not sent on. */
function recording(RED: NodeAPI, node: Node, stage: Stage, settings: MicSettings): Handle {
  const options = optionsOf(settings);
  let current: Recording | undefined;
  const closed = new AbortController();
  const opening = openMicInput(RED, node, stage, settings, () => current !== undefined, closed.signal);
  const mixerCare = startMixerCare(RED, node, stage, settings);
  stage.onClose(async () => {
    closed.abort();
    await current?.abort();
    await (await opening).close();
  });

  const showSeconds = (seconds: number): void => stage.show('busy', 'recording', { seconds });

  function sendLevel(msg: NodeMessage, level: MeterLevel): void {
    const payload = Math.round(10 * level.rmsDb) / 10;
    try {
      node.send([null, { ...RED.util.cloneMessage(msg), payload, level }]);
    } catch {
      // The message can't be copied, so it has no levels. The end of the recording reports that.
    }
  }

  /** Records after the last recording has released the device. Returns null during a recording, so that a bouncing button does not
   *  discard it. */
  async function start(msg: NodeMessage, input: MicInput): Promise<Recording | null> {
    while (current !== undefined) {
      if (!current.isOver) return null;
      await current.done.catch(() => undefined);
    }
    if (closed.signal.aborted) return null;
    showSeconds(0);
    const started = input.record({ ...options, onSecond: showSeconds, onLevel: (level) => sendLevel(msg, level) });
    current = started;
    const forget = (): void => {
      if (current === started) current = undefined;
    };
    started.done.then(forget, forget);
    return started;
  }

  return async (msg) => {
    const command = micCommand(msg.payload, settings.mode);
    if (command === 'none') return null;
    // A stop waits as well, so that it does not overtake its start.
    const input = await opening;
    if (command === 'stop') {
      current?.stop();
      return null;
    }
    const started = await start(msg, input);
    if (started === null) {
      node.debug('a start while recording is ignored');
      return null;
    }
    const { wav, durationMs } = await started.done;
    // `begun`, so that a full queue does not refuse the recording.
    const result = await stage.engine.run({ kind: 'inspect', wav, sampleRate: settings.sampleRate }, { begun: true });
    await mixerCare(result.facts.level);
    putNewAudio(msg, result, { role: 'learner' });
    // The next recording may have begun meanwhile: then the status belongs to it.
    if (current === undefined) stage.show('good', 'done', { seconds: (durationMs / 1000).toFixed(1) });
    return [msg, null];
  };
}
