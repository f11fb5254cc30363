import type { FlowNode } from '../../test/system/support/node-red';

const WAVS = "const wav = global.get('wav');";
const SAY = "const say = (role) => ({ payload: Buffer.from(wav), pronunciation: { role } });";

/** Not cloned: Node-RED's own clone of so many numbers takes seconds. */
const SEND_MEL = "node.send([null, { payload: global.get('largestMel') }], false);";

/**
 * A flow that scores without a break, from `go` to the next deploy, while a recording is running. Each score sends the next
 * learner, and a mel-spectrogram of the largest size, which is refused as too long to compare.
 */
export function scoringFlow(microphone: string): FlowNode[] {
  const nodes: FlowNode[] = [
    { id: 'go', type: 'inject', wires: [['begin', 'mic']], props: [{ p: 'payload' }], payload: 'start', payloadType: 'str' },
    { id: 'begin', type: 'function', func: `${WAVS}${SAY} node.send(say('reference')); return say('learner');`, wires: [['noise']] },
    { id: 'mic', type: 'pron-mic', mode: 'fixed', seconds: 600, device: microphone, wires: [['noise'], ['end']] },
    { id: 'noise', type: 'pron-noise', wires: [['vad']] },
    { id: 'vad', type: 'pron-vad', wires: [['mel']] },
    { id: 'mel', type: 'pron-mel', wires: [['score']] },
    { id: 'score', type: 'pron-score', pairPicture: true, wires: [['again'], ['again']] },
    { id: 'again', type: 'function', func: `${WAVS}${SAY} global.get('scored').count++; ${SEND_MEL} return say('learner');`, outputs: 2, wires: [['noise'], ['score']] },
    { id: 'end', type: 'debug', active: false, wires: [] },
  ];
  return [{ id: 'tab', type: 'tab', label: 'scoring' }, ...nodes.map((node) => ({ ...node, z: 'tab', x: 100, y: 100 }))];
}
