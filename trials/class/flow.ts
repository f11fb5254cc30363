import type { FlowNode } from '../../test/system/support/node-red';

/** The teacher's PIN of the trial. */
export const TRIAL_PIN = '24681357';
export const CLASS_NAME = 'trial';
/** Where learners and teacher post their messages. */
export const CLASS_PATH = '/class';

/** An answer; what the class sends without being asked has no request. */
const ANSWER = `if (!msg.res) return null;
if (msg.error) msg.statusCode = 422;
msg.payload = msg.error ? { code: msg.error.code, message: msg.error.message } : { topic: msg.topic, payload: msg.payload };
return msg;`;

/** The body of a request is the message. */
const MESSAGE = `const { topic, payload, pronunciation, pin } = msg.payload;
return Object.assign(msg, { topic, payload, pronunciation, pin });`;

/** A class that is reached by HTTP. */
export function classFlow(): FlowNode[] {
  const nodes: FlowNode[] = [
    { id: 'in', type: 'http in', url: CLASS_PATH, method: 'post', wires: [['message']] },
    { id: 'message', type: 'function', func: MESSAGE, outputs: 1, wires: [['class']] },
    {
      id: 'class', type: 'pron-class', className: CLASS_NAME, places: 'names', seats: 99, awayMinutes: 30, credentials: { pin: TRIAL_PIN },
      wires: [['answer'], ['answer']],
    },
    { id: 'catch', type: 'catch', scope: ['class'], wires: [['answer']] },
    { id: 'answer', type: 'function', func: ANSWER, outputs: 1, wires: [['response']] },
    { id: 'response', type: 'http response', wires: [] },
  ];
  // Node-RED takes a node without x and y for a configuration node.
  return [{ id: 'tab', type: 'tab', label: 'class' }, ...nodes.map((node) => ({ ...node, z: 'tab', x: 100, y: 100 }))];
}
