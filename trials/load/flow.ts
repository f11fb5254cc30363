import type { FlowNode } from '../../test/system/support/node-red';
import { answers, entrance, functionNode, node } from './flow-parts';

/** Where learners and references are sent. */
export const LOAD_PATH = '/load';

/** The usual chain, for learners and references alike. @param mixUp the share of learners who get the session of another learner,
 *  to test that this is noticed */
export function loadFlow(mixUp: number): FlowNode[] {
  return [
    ...answers(['score']),
    ...entrance(LOAD_PATH, mixUp > 0 ? 'mix-up' : 'noise'),
    ...(mixUp > 0 ? [functionNode('mix-up', mixUpFunction(mixUp), 'noise')] : []),
    node('noise', 'pron-noise', [['vad']]),
    node('vad', 'pron-vad', [['mel']]),
    node('mel', 'pron-mel', [['score']]),
    node('score', 'pron-score', [['answer'], ['answer']]),
  ];
}

const mixUpFunction = (share: number): string => `const { role, session } = msg.pronunciation;
const neighbour = 'session ' + Math.max(0, Number(session.split(' ')[1]) - 1);
if (role === 'learner' && Math.random() < ${share}) msg.pronunciation.session = neighbour;
return msg;`;
