import type { Flow } from '../../flow/flow';
import { addLinkOut } from '../../flow/links';
import { addFunction } from './functions';

/** The nodes whose errors are about a learner's page. */
const WATCHED = [
  'teacher', 'take-vad', 'take-hear', 'teachers', 'high', 'low', 'slow', 'loudspeaker', 'reference-vad', 'microphone', 'read', 'noise', 'vad', 'hear', 'mel', 'score',
];

/** What went wrong goes to the page of the learner who asked, as one sentence. */
export function addProblems(flow: Flow): void {
  flow.group('problem-group', 'What went wrong', () => {
    flow.add('failed', 'catch', { name: 'what went wrong', scope: WATCHED.map(flow.id), at: [1660, 1210], to: ['problem', 'error'] });
    addFunction(flow, 'problem', 'for the page', { at: [1830, 1210], to: ['problem-out'] });
    addLinkOut(flow, 'problem-out', 'to-page', [1920, 1210], 'to the page');
    flow.add('error', 'debug', { name: 'error', complete: 'error', at: [1810, 1270] });
  });
}
