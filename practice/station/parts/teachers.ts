import { flowFile } from '../../flow/files';
import type { Flow } from '../../flow/flow';
import { addLinkIn, addLinkOut } from '../../flow/links';
import { sharedCode } from '../../flow/shared-code';

/** The code of *what it lacks*. */
export function takeCode(): string {
  return [sharedCode('practice/station/take-faults.ts'), flowFile('station/functions/take.js')].join('\n');
}

/** A teacher records a voice: a take is looked at, and kept where the teacher says so. */
export function addTeachers(flow: Flow): void {
  flow.group('teachers-group', "A teacher's own voice", () => {
    addLinkIn(flow, 'take-in', "check a teacher's take", [720, 1210], ['take-vad']);
    flow.add('take-vad', 'pron-vad', { name: 'a take', at: [830, 1210], to: ['take-hear'] });
    flow.add('take-hear', 'pron-hear', { name: 'is it the text?', at: [1000, 1210], to: [['take'], []] });
    flow.add('take', 'function', { name: 'what it lacks', func: takeCode(), outputs: 1, at: [1180, 1210], to: ['take-out'] });
    addLinkOut(flow, 'take-out', 'to-page', [1280, 1210], 'to the page');
    addLinkIn(flow, 'which-voices-in', 'which voices?', [720, 1270], ['ask-voices']);
    flow.add('ask-voices', 'change', {
      name: 'which voices are there?', rules: [{ t: 'set', p: 'topic', pt: 'msg', to: 'voices', tot: 'str' }], at: [880, 1270], to: ['teachers'],
    });
    addLinkIn(flow, 'teachers-in', 'keep it, or delete it', [1020, 1320], ['teachers']);
    flow.add('teachers', 'pron-voice', { name: "teachers' voices", at: [1140, 1290], to: [['kept-out'], ['voices-out']] });
    addLinkOut(flow, 'kept-out', 'to-page', [1280, 1270], 'to the page');
    addLinkOut(flow, 'voices-out', 'to-pages', [1280, 1310], 'to every page');
  });
}
