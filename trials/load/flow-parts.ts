import type { FlowNode } from '../../test/system/support/node-red';

const TAB = 'load-tab';

/** Session and role are in the address, so that the body is the recording alone. */
const TAKE_IN = `const { role, session } = msg.req.query;
msg.pronunciation = { role, session };
return msg;`;

const ANSWER = `const { session, role, score } = msg.pronunciation;
msg.payload = { session, role, score };
return msg;`;

/** Answers the request of a reference, because the score node sends no message for it. */
const ANSWER_REFERENCE = `if (msg.pronunciation.role !== 'reference') return null;
msg.payload = { session: msg.pronunciation.session, role: 'reference' };
return msg;`;

const ANSWER_ERROR = `const { code, message } = msg.error;
msg.statusCode = code === 'PRON_BUSY' ? 503 : 422;
msg.payload = { code, message };
return msg;`;

/** A node of the flow: its id, its type, its wires and its settings. */
export function node(id: string, type: string, wires: readonly (readonly string[])[], settings: Readonly<Record<string, unknown>> = {}): FlowNode {
  return { id, type, z: TAB, x: 0, y: 0, wires, ...settings };
}

export function functionNode(id: string, func: string, next: string): FlowNode {
  return node(id, 'function', [[next]], { func, outputs: 1, initialize: '', finalize: '', libs: [] });
}

/** `POST path?session=S&role=R` with a recording or a text as the body, on to the node `next`. */
export function entrance(path: string, next: string): FlowNode[] {
  return [node(`${path}-in`, 'http in', [[`${path}-take`]], { url: path, method: 'post' }), functionNode(`${path}-take`, TAKE_IN, next)];
}

/** Nodes that answer every request: with scores that reach the node `answer`, when the score nodes have finished a reference, and
 *  with the errors of all nodes. */
export function answers(scoreNodes: readonly string[]): FlowNode[] {
  return [
    { id: TAB, type: 'tab', label: 'load' },
    functionNode('answer', ANSWER, 'response'),
    node('done', 'complete', [['answer-reference']], { scope: scoreNodes, uncaught: false }),
    functionNode('answer-reference', ANSWER_REFERENCE, 'response'),
    node('errors', 'catch', [['answer-error']], { scope: null, uncaught: false }),
    functionNode('answer-error', ANSWER_ERROR, 'response'),
    node('response', 'http response', [], { statusCode: '', headers: {} }),
  ];
}
