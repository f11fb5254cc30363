import type { FlowNode } from '../../test/system/support/node-red';
import type { SoundDevices } from './sound-devices';

const LONG_TEXT = 'This sentence is said again and again until somebody stops it. '.repeat(30);

/** Sends a reference, learners who use it, a learner who waits for another reference, and messages that start the other nodes. */
const ALL_AT_ONCE = `
const wav = global.get('wav');
const say = (role, session) => ({ payload: Buffer.from(wav), pronunciation: { role, session } });
node.send([{ payload: 'start' }, { payload: ${JSON.stringify(LONG_TEXT)} }, { payload: Buffer.from(wav) }]);
node.send([null, null, null, say('reference', 'here')]);
for (let i = 0; i < 5; i++) node.send([null, null, null, say('learner', 'here')]);
node.send([null, null, null, say('learner', 'nowhere')]);`;

/** A flow in which one press on `go` makes all nodes work until the next deploy. */
export function busyFlow({ microphone, loudspeaker }: Pick<SoundDevices, 'microphone' | 'loudspeaker'>): FlowNode[] {
  const nodes: FlowNode[] = [
    { id: 'go', type: 'inject', wires: [['all']] },
    { id: 'all', type: 'function', func: ALL_AT_ONCE, outputs: 4, wires: [['mic'], ['espeak', 'builtIn'], ['play'], ['noise']] },
    { id: 'mic', type: 'pron-mic', mode: 'fixed', seconds: 30, device: microphone, wires: [['noise'], []] },
    { id: 'espeak', type: 'pron-tts', engine: 'espeak-ng', language: 'en', wires: [['mel']] },
    { id: 'builtIn', type: 'pron-tts', engine: 'built-in', language: 'en', wires: [['mel']] },
    { id: 'play', type: 'pron-play', device: loudspeaker, wires: [[]] },
    { id: 'noise', type: 'pron-noise', wires: [['vad']] },
    { id: 'vad', type: 'pron-vad', wires: [['gain']] },
    { id: 'gain', type: 'pron-gain', wires: [['mel']] },
    { id: 'mel', type: 'pron-mel', wires: [['score']] },
    { id: 'score', type: 'pron-score', wires: [['end'], ['end']] },
    { id: 'end', type: 'debug', active: false, wires: [] },
    { id: 'catch', type: 'catch', scope: null, wires: [['end']] },
  ];
  // Node-RED takes a node without x and y for a configuration node.
  return [{ id: 'tab', type: 'tab', label: 'busy' }, ...nodes.map((node) => ({ ...node, z: 'tab', x: 100, y: 100 }))];
}
