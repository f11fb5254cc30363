import type { Example } from '../../flow/example';
import { recordingButton } from '../../flow/recordings';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addTable, addWay } from '../lib/table';

const TEXT: LessonText = {
  number: 10,
  title: 'Melody and pace',
  question: 'Does the score hear whether you ask or tell, and how fast you speak?',
  press: 'Press "Korean" or "English", then open /lesson-10',
  info: `**Question:** does the score hear the melody of a sentence?

1. Press **Korean** or **English**. A native speaker is the teacher, and the learner as well: first as it was said, then with a higher voice, more slowly, and with the end bent upwards, as in a question.
2. **Look** at the curves at [/lesson-10](/lesson-10): gray is the teacher, blue the learner. They come from \`msg.pronunciation.prosody\`, which the score node adds. Both are drawn in semitones from the speaker's own middle.
3. **Ask the class:** the higher voice has another pitch. Why is its curve the same? Which row sounds like a question, and does it lose points for that? Should it?
4. **Change** \`RISE\` in the node *ask*: below 1 the end falls. Or put a mic node in place of the buttons, and say the sentence as if you were surprised.`,
  korean: '한국어: 같은 문장을 물어보듯이, 천천히, 더 높은 목소리로 말하면 무엇이 달라질까요? 버튼을 누르고 /lesson-10에서 회색 선(선생님)과 파란 선(학습자)을 비교해 보세요. 억양은 점수에 들어가지 않습니다.',
};

const WAYS = ['as it was said', 'a higher voice', 'more slowly', 'as a question'] as const;

const TABLE = {
  ways: WAYS,
  models: ['default'],
  columns: [
    { key: 'melody', title: 'melody: teacher gray, learner blue' },
    { key: 'hz', title: 'pitch, Hz' },
    { key: 'end', title: 'end of the sentence' },
    { key: 'pace', title: "% of the teacher's pace" },
    { key: 'default', title: 'points' },
  ],
};

/** Recordings of people: a synthetic voice has little melody. */
const SPEAKERS = [['Korean', 'ko-correct'], ['English', 'en-native']] as const;

/** Lesson 10: one recording against itself, with another pitch, pace and ending. */
export function lesson10(): Example {
  const flow = createLesson(TEXT);
  SPEAKERS.forEach(([name, recording], i) => {
    recordingButton(flow, name, recording, { name, topic: name, at: [110, 120 + 40 * i], to: ['queue'] });
    recordingButton(flow, `teacher ${name}`, recording, {
      name: `the teacher: ${name}`, topic: `${name}, the teacher`, once: true, onceDelay: 0.2 + 0.2 * i, at: [150, 400 + 40 * i], to: ['teacher'],
    });
  });
  addQueue(flow, [310, 140], ['read']);
  flow.add('read', 'file in', { name: 'read the recording', at: [325, 200], to: ['vad'] });
  flow.add('vad', 'pron-vad', { name: 'where is speech?', at: [340, 260], to: ['as it was said', 'higher', 'slower', 'question'] });
  flow.add('higher', 'function', { name: 'a higher voice', func: code('10/higher.js'), at: [540, 200], to: ['as long'] });
  flow.add('as long', 'pron-time', { name: 'as long as before', mode: 'ratio', ratio: 1.12, at: [730, 200], to: ['a higher voice'] });
  flow.add('slower', 'pron-time', { name: 'slower', mode: 'ratio', ratio: 1.3, at: [530, 260], to: ['more slowly'] });
  flow.add('question', 'function', { name: 'ask', func: code('10/question.js'), at: [530, 320], to: ['as a question'] });
  WAYS.forEach((way, i) => addWay(flow, way, [950, 140 + 60 * i], ['mel']));
  flow.add('mel', 'pron-mel', { at: [1120, 220], to: ['score'] });
  flow.add('score', 'pron-score', { at: [1250, 220], to: [['melody'], ['melody']] });
  flow.add('melody', 'function', { name: 'melody and pace', func: code('10/melody.js'), at: [1400, 220], to: ['table'] });
  addTable(flow, TEXT, TABLE, [1580, 220], code('10/finding.js'));
  flow.add('teacher', 'pron-tts', { name: "the teacher's recording", engine: 'recording', at: [400, 420], to: [['mel'], []] });
  addPage(flow, 10, 520);
  addCatch(flow, 680);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
