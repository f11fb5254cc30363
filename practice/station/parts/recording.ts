import type { Flow } from '../../flow/flow';
import { addLinkIn, addLinkOut } from '../../flow/links';
import { addFunction } from './functions';

/** The learner says it: into this machine's microphone, or a bundled recording stands for it. The page's own microphone needs nothing here. */
export function addRecording(flow: Flow): void {
  flow.group('recording-group', '2. The learner says it', () => {
    addLinkIn(flow, 'record-in', 'record, or stop', [1000, 360], ['one-at-a-time']);
    addFunction(flow, 'one-at-a-time', 'one learner at a time', { outputs: 2, at: [1150, 360], to: [['microphone'], ['state-out']] });
    flow.add('microphone', 'pron-mic', { name: 'microphone', mode: 'push', maxSeconds: 63, at: [1350, 340], to: [['free-microphone'], ['level']] });
    addFunction(flow, 'free-microphone', 'free for the next', { at: [1540, 320], to: ['recorded-here-out'] });
    flow.add('level', 'change', {
      name: 'level', rules: [{ t: 'set', p: 'topic', pt: 'msg', to: 'level', tot: 'str' }], at: [1510, 380], to: ['state-out'],
    });
    addLinkOut(flow, 'recorded-here-out', 'recording-in', [1690, 320], 'to be compared');
    addLinkOut(flow, 'state-out', 'to-page', [1690, 380], 'to the page');
    addLinkIn(flow, 'bundled-in', 'a bundled recording', [1000, 440], ['bundled']);
    addFunction(flow, 'bundled', 'a bundled recording', { at: [1150, 440], to: ['read'] });
    addLinkIn(flow, 'read-in', 'a button', [1270, 480], ['read']);
    flow.add('read', 'file in', { name: 'read it', at: [1350, 440], to: ['read-out'] });
    addLinkOut(flow, 'read-out', 'recording-in', [1450, 440], 'to be compared');
  });
}
