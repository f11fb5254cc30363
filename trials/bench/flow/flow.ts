import { defaultsOf } from '../../../practice/flow/defaults';

/** A node of Node-RED's flow file. */
export interface FlowNode {
  readonly id: string;
  readonly type: string;
  readonly [property: string]: unknown;
}

const PAGE = 'bench-page';

function node(id: string, type: string, wires: readonly (readonly string[])[], settings: object = {}): FlowNode {
  return { ...defaultsOf(type), id, type, z: PAGE, x: 0, y: 0, wires, ...settings };
}

/** A flow with only the bench's own nodes, to measure the start of Node-RED without the package. */
export function emptyFlow(): FlowNode[] {
  return [{ id: PAGE, type: 'tab', label: 'bench' }, node('source', 'bench-source', [[], [], []])];
}

/**
 * The practice flow. The learner comes from the microphone, or from a recording that is sent in, and goes through noise, vad and
 * mel to the score. The reference has its own vad and mel, as after a tts node. Scores, verdicts and errors all end in the sink.
 */
export function practiceFlow(device: string): FlowNode[] {
  return [
    { id: PAGE, type: 'tab', label: 'bench' },
    node('source', 'bench-source', [['mic'], ['noise'], ['reference-vad']]),
    node('mic', 'pron-mic', [['noise'], []], { mode: 'push', device }),
    node('noise', 'pron-noise', [['vad']]),
    node('vad', 'pron-vad', [['mel']]),
    node('mel', 'pron-mel', [['score']]),
    node('reference-vad', 'pron-vad', [['reference-mel']]),
    node('reference-mel', 'pron-mel', [['score']]),
    node('score', 'pron-score', [['sink'], ['sink']]),
    node('errors', 'catch', [['sink']], { scope: null, uncaught: false }),
    node('sink', 'bench-sink', []),
  ];
}
