import type { Flow } from '../../flow/flow';
import { addLinkIn, addLinkOut } from '../../flow/links';
import { addFunction } from './functions';

const COMMENT = `1. Double-click this flow's tab, write a PIN into PRONUNCIATION_PIN and deploy. The node **class** may have its own. Without a PIN nobody can act as the teacher.
2. Open [/dashboard/class](/dashboard/class), give the PIN and show the QR code. It opens the practice page, which asks each learner for a seat.
3. Only the results of learners who have a seat go to the class. Without the QR code the practice page is as it was.

Everything else: docs/class.md.`;

/** The class: who sits where, and what they scored. The flow is the same without it. */
export function addClass(flow: Flow, group: string): void {
  flow.group('class-box', 'A class', () => {
    flow.add('class-comment', 'comment', { name: 'Set a PIN in the node class, then open /dashboard/class', info: COMMENT, at: [910, 1440] });
    addLinkIn(flow, 'class-widget-in', "to the teacher's page", [720, 1510], ['class-widget']);
    flow.add('class-widget', 'ui-pron-class', {
      name: 'class page', group: flow.id(group), order: 1, width: '12', height: '1', learners: '', fill: true, className: '',
      at: [830, 1510], to: ['teacher-asks'],
    });
    flow.add('teacher-asks', 'switch', {
      name: 'the list, or the class', property: 'topic', rules: [{ t: 'eq', v: 'hello', vt: 'str' }, { t: 'else' }], outputs: 2, checkall: 'false',
      at: [1020, 1510], to: [['list-ask-out'], ['class']],
    });
    addLinkOut(flow, 'list-ask-out', 'list-in', [1150, 1460], 'which sentences?');
    addLinkIn(flow, 'class-in', 'to the class', [1130, 1570], ['class']);
    flow.add('class', 'pron-class', { name: 'class', at: [1220, 1520], to: [['class-widget-out'], ['class-answer']] });
    addLinkOut(flow, 'class-widget-out', 'class-widget-in', [1330, 1490], "to the teacher's page");
    addFunction(flow, 'class-answer', 'for learners', { outputs: 2, at: [1400, 1550], to: [['class-answer-out'], ['class-all-out']] });
    addLinkOut(flow, 'class-answer-out', 'to-page', [1510, 1530], 'to the page');
    addLinkOut(flow, 'class-all-out', 'to-pages', [1510, 1570], 'to every page');
    flow.add('class-failed', 'catch', { name: 'what the class refuses', scope: [flow.id('class')], at: [830, 1640], to: ['class-problem', 'class-error'] });
    addFunction(flow, 'class-problem', 'for the page that asked', { outputs: 2, at: [1080, 1640], to: [['class-problem-out'], ['class-refused-out']] });
    flow.add('class-error', 'debug', { name: 'error', complete: 'error', at: [1030, 1690] });
    addLinkOut(flow, 'class-problem-out', 'class-widget-in', [1230, 1620], "to the teacher's page");
    addLinkOut(flow, 'class-refused-out', 'to-page', [1230, 1660], 'to the page');
  });
}
