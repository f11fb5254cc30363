import { recordingButton, sentenceButton } from '../../flow/recordings';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addTable } from '../lib/table';

const TEXT: LessonText = {
  number: 9,
  title: 'Which word is missing',
  question: 'Does the score notice a word that was left out or said twice, and can it say which?',
  press: 'Press "Korean" or "English", then open /lesson-9',
  info: `**Question:** does the score notice a missing word, and can it say which?

1. Press **Korean** or **English**. A native speaker says a sentence. The hear node finds when each word was said, and the function node cuts the second one out, or says it twice.
2. **Compare** the two scores of each row at [/lesson-9](/lesson-9): one compares the two sounds alone, the other has a hear node before it.
3. **Ask the class:** which change do the sounds alone hardly mind? Both scores fall without a word: which of the two can say why? "I do not want fish" without "not": what should a teacher say?
4. **Change** \`PLACE\` in the node *cut out a word*: 0 is the first word. Deploy, and press again. Or record yourself with a mic node in place of the buttons.`,
  korean: '한국어: 낱말을 하나 빠뜨리거나 두 번 말하면 점수가 달라질까요? 어떤 낱말인지도 알 수 있을까요? 버튼을 누르고 /lesson-9에서 두 점수를 비교해 보세요.',
};

const JUDGES = ['sounds', 'ear'] as const;

const TABLE = {
  ways: ['as it was said', 'without a word', 'a word twice'],
  models: JUDGES,
  columns: [
    { key: 'seconds', title: 'seconds' },
    { key: 'sounds', title: 'the sounds alone' },
    { key: 'ear', title: 'with the ear' },
    { key: 'says', title: 'the ear says' },
  ],
};

/** The recordings of people that the sentences are said in. */
const TRIES = [['Korean', 'ko-correct'], ['English', 'en-native']] as const;

/** Lesson 9: one recording with a word cut out or repeated, scored with and without a hear node. */
export function lesson9(): Example {
  const flow = createLesson(TEXT);
  TRIES.forEach(([name, recording], i) => {
    recordingButton(flow, name, recording, { name, topic: name, at: [110, 120 + 40 * i], to: ['queue'] });
    sentenceButton(flow, `voice ${name}`, recording, { name: `the voice: ${name}`, once: true, onceDelay: 0.1 + 0.1 * i, at: [150, 320 + 40 * i], to: ['voice'] });
  });
  addQueue(flow, [310, 140], ['read']);
  flow.add('read', 'file in', { name: 'read the recording', at: [325, 200], to: ['find words'] });
  flow.add('find words', 'pron-hear', { name: 'when is each word?', at: [530, 140], to: [['cut'], []] });
  flow.add('cut', 'function', { name: 'cut out a word', func: code('9/cut.js'), at: [530, 200], to: JUDGES.map((judge) => `by ${judge}`) });
  flow.add('hear', 'pron-hear', { name: 'which words?', at: [920, 140], to: [['says'], []] });
  flow.add('says', 'function', { name: 'what the ear says', func: code('9/says.js'), at: [1090, 140], to: ['mel ear'] });
  JUDGES.forEach((judge, i) => {
    const y = 240 - 100 * i;
    flow.add(`by ${judge}`, 'change', { name: judge, rules: [{ t: 'set', p: 'judge', pt: 'msg', to: judge, tot: 'str' }], at: [750, y], to: [judge === 'ear' ? 'hear' : `mel ${judge}`] });
    flow.add(`mel ${judge}`, 'pron-mel', { at: [1270, y], to: [`score ${judge}`] });
    flow.add(`score ${judge}`, 'pron-score', { at: [1400, y], to: [['table'], ['table']] });
  });
  addTable(flow, TEXT, TABLE, [1560, 200], code('9/finding.js'));
  flow.add('voice', 'pron-tts', { name: 'voice', at: [360, 340], to: JUDGES.map((judge) => `mel ${judge}`) });
  addPage(flow, 9, 460);
  addCatch(flow, 620);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
