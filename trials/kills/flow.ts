import type { FlowNode } from '../../test/system/support/node-red';

/** How a job has ended: the code of an error, or the comparison's distance and the runtime that computed it. */
export type End = { readonly code: string } | { readonly distance: number; readonly backend: 'native' | 'wasm' };

const BEGIN = `
msg.job = msg.req.params.job;
msg.pronunciation = { role: msg.req.params.role };
if (msg.pronunciation.role === 'learner') return msg;
node.send(msg);
node.send([null, { req: msg.req, res: msg.res, payload: 'kept' }]);`;

const END = `
const score = msg.pronunciation.score;
const how = msg.error ? { code: msg.error.code || msg.error.message } : { distance: score.distance, backend: score.backend };
if (!global.get('tally').end(msg.job, how)) return;
msg.payload = how;
return msg;`;

/** A flow that takes recordings by POST /ROLE/JOB and sends them through all kinds of engine jobs. A learner's request is answered
 *  with its end. */
export function killsFlow(): FlowNode[] {
  const nodes: FlowNode[] = [
    { id: 'in', type: 'http in', url: '/:role/:job', method: 'post', wires: [['begin']] },
    { id: 'begin', type: 'function', func: BEGIN, outputs: 2, wires: [['noise'], ['answer']] },
    { id: 'noise', type: 'pron-noise', wires: [['vad']] },
    { id: 'vad', type: 'pron-vad', wires: [['mel']] },
    { id: 'mel', type: 'pron-mel', wires: [['score']] },
    { id: 'score', type: 'pron-score', wires: [['end'], ['end']] },
    { id: 'catch', type: 'catch', scope: ['noise', 'vad', 'mel', 'score'], wires: [['end']] },
    { id: 'end', type: 'function', func: END, wires: [['answer']] },
    { id: 'answer', type: 'http response', wires: [] },
  ];
  // Node-RED takes a node without x and y for a configuration node.
  return [{ id: 'tab', type: 'tab', label: 'kills' }, ...nodes.map((node) => ({ ...node, z: 'tab', x: 100, y: 100 }))];
}
