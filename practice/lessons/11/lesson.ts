import type { Flow } from '../../flow/flow';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';

const TEXT: LessonText = {
  number: 11,
  title: 'What a class finds hard',
  question: 'Which word does the whole class find hard, and who may know what one learner said?',
  press: 'Press "the class reads", then open /lesson-11',
  info: `**Question:** which word does the whole class find hard?

1. Press **the class reads**. Three learners sit down on seats 1, 2 and 3 and say a sentence, each on a page of their own: one well, one with errors, one another sentence.
2. **Look** at [/lesson-11](/lesson-11), what the teacher sees: points by seat, and the hardest words of the class. Press again: the learners try once more.
3. Press **a learner asks for it**: without the PIN the node *class* tells nothing. Then **delete everything**, and look again.
4. **Ask the class:** why is there a seat and no name? Is the hardest word hard for everybody? Who should be able to press *delete*?
5. **Change** which recording sits on a seat, in the node *three learners*. Or put a hear node before the mel node of the learners: which words are hard now?

The PIN of this lesson, **246810**, can be read by everybody: choose another one in this tab's properties before people use it. What the class keeps is in the folder \`pronunciation/classes/lesson 11\` of Node-RED's user directory.`,
  korean: '한국어: 반 전체가 어려워하는 낱말은 무엇일까요? 한 사람의 결과는 누가 볼 수 있어야 할까요? "the class reads" 버튼을 누르고 /lesson-11을 열어 보세요. "delete everything"을 누르면 모두 지워집니다.',
};

const PIN = '246810';

const LESSON = {
  title: `Lesson ${TEXT.number} - ${TEXT.title}`,
  question: TEXT.question,
  press: TEXT.press,
  ways: [''],
  models: ['points'],
  columns: [{ key: 'tries', title: 'tries' }, { key: 'points', title: 'points' }],
  rows: [],
  count: 0,
};

function addTeacher(flow: Flow): void {
  const ask = (name: string, topic: string, y: number, placed: object = {}): string =>
    flow.add(name, 'inject', {
      name, topic, payload: '{}', payloadType: 'json', at: [140, y], to: ['class'],
      props: [{ p: 'topic', vt: 'str' }, { p: 'payload' }, { p: 'pin', v: PIN, vt: 'str' }], ...placed,
    });
  ask('the teacher looks', 'overview', 300, { once: true, onceDelay: 0.5 });
  ask('a learner asks for it', 'overview', 340, { props: [{ p: 'topic', vt: 'str' }, { p: 'payload' }] });
  ask('delete everything', 'delete', 380);
}

/** Lesson 11: three learners of a class, and what their teacher sees. */
export function lesson11(): Example {
  const flow = createLesson(TEXT, { PRONUNCIATION_PIN: PIN });
  flow.add('the class reads', 'inject', { name: 'the class reads', props: [], at: [130, 140], to: ['learners'] });
  flow.add('learners', 'function', { name: 'three learners', func: code('11/learners.js'), outputs: 3, at: [320, 140], to: [['class'], ['voice'], ['read']] });
  flow.add('voice', 'pron-tts', { name: 'voice', at: [510, 140], to: [['mel'], []] });
  flow.add('read', 'file in', { name: 'read the recording', at: [530, 200], to: ['mel'] });
  flow.add('mel', 'pron-mel', { at: [720, 160], to: ['score'] });
  flow.add('score', 'pron-score', { at: [850, 160], to: [['class'], ['class']] });
  addTeacher(flow);
  flow.add('class', 'pron-class', { className: 'lesson 11', at: [520, 340], to: [['overview?'], ['learner']] });
  flow.add('overview?', 'switch', {
    name: 'what the teacher sees', property: 'topic', rules: [{ t: 'eq', v: 'overview', vt: 'str' }, { t: 'else' }], outputs: 2, checkall: 'false',
    at: [740, 320], to: [['rows'], ['answer']],
  });
  const initialize = `flow.set('lesson', ${JSON.stringify(LESSON)});\nflow.set('findings', {});\nflow.set('error', '');\n`;
  flow.add('rows', 'function', { name: 'as a table', func: code('11/overview.js'), initialize, at: [940, 300], to: ['keep'] });
  flow.add('keep', 'function', { name: 'keep', func: code('lib/keep.js'), at: [1090, 300], to: ['said'] });
  flow.add('said', 'debug', { name: 'in words', tostatus: true, at: [1240, 300] });
  flow.add('answer', 'debug', { name: 'to the teacher', at: [950, 350] });
  flow.add('learner', 'debug', { name: "to a learner's page", at: [750, 380] });
  addPage(flow, 11, 460);
  addCatch(flow, 620, false);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
