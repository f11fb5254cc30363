import { recordingButton } from '../lib/recordings';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addTable, addWay } from '../lib/table';
import { addVoice } from '../lib/voice';

const TEXT: LessonText = {
  number: 5,
  title: 'Which frequencies matter',
  question: 'What in the picture of a sentence does the score need: the high tones, the fast changes, the fine lines?',
  press: 'Press "correct" and "mispronounced", then open /lesson-5',
  info: `**Question:** what in the picture does the score need?

1. Press **correct**, then **mispronounced**. Each mel node draws voice and learner through a filter of its own: high tones made stronger, smeared along time, smeared along the tones, or blurred all over.
2. **Compare** pictures and points at [/lesson-5](/lesson-5), row by row.
3. **Ask the class:** which picture can you still read? Which filter helps the learner with errors, and is that a good thing? (What is blurred hides the errors as well.)
4. **Change** a filter in a mel node, deploy, press **the voice** and then a recording again.`,
  korean: '한국어: 점수에는 소리 그림의 어떤 부분이 중요할까요? 두 녹음을 눌러 /lesson-5에서 필터마다 그림과 점수를 비교해 보세요.',
};

const FILTERS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['no filter', {}],
  ['high tones stronger', { extraPreEmphasis: 0.97 }],
  ['smeared along time', { averageAxis: 'time', averageLength: 9 }],
  ['smeared along the tones', { averageAxis: 'frequency', averageLength: 9 }],
  ['blurred', { smoothing: 2 }],
];

const TABLE = {
  ways: FILTERS.map(([way]) => way),
  models: ['default'],
  columns: [{ key: 'default picture', title: 'the picture' }, { key: 'default', title: 'default model' }],
};

/** Lesson 5: a mel node for each filter, all with the default model. */
export function lesson5(): Example {
  const flow = createLesson(TEXT);
  const buttons = [['ko-correct', 'Korean, correct'], ['ko-mispronounced', 'Korean, mispronounced'], ['en-correct', 'English, correct'], ['en-mispronounced', 'English, mispronounced']] as const;
  buttons.forEach(([recording, name], i) => recordingButton(flow, recording, recording, { name, topic: name, at: [160, 120 + 40 * i], to: ['queue'] }));
  addQueue(flow, [390, 130], ['read']);
  flow.add('read', 'file in', { name: 'read the recording', at: [405, 190], to: TABLE.ways });
  const mels = FILTERS.map(([way, settings], i) => {
    const y = 120 + 60 * i;
    addWay(flow, way, [630, y], [`mel ${way}`]);
    flow.add(`score ${way}`, 'pron-score', { at: [980, y], to: [['table'], ['table']] });
    return flow.add(`mel ${way}`, 'pron-mel', { picture: 'magma', ...settings, at: [830, y], to: [`score ${way}`] });
  });
  addTable(flow, TEXT, TABLE, [1140, 240], code('5/finding.js'));
  addVoice(flow, [150, 320], mels);
  addPage(flow, 5, 460);
  addCatch(flow, 620);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
