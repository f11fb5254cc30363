import { recordingButton } from '../lib/recordings';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addModels, addTable, addWay, MODEL_COLUMNS, MODELS } from '../lib/table';
import { addVoice } from '../lib/voice';

const TEXT: LessonText = {
  number: 4,
  title: 'Slow and fast',
  question: 'What does a learner lose who speaks slowly or fast, and can it be brought back?',
  press: 'Press "Korean" or "English", then open /lesson-4',
  info: `**Question:** what does a slow or a fast learner lose?

1. Press **Korean** or **English**. Time nodes make a slow, a very slow and a fast learner of one recording, with the same pitch. A second time node, *as long as the voice*, then gives the speech the length of the voice's.
2. **Compare** each pair of rows at [/lesson-4](/lesson-4): with and without the second time node.
3. **Ask the class:** who loses more, the slow one or the fast one? Does a model that looks at pictures see the pace at all? Is it fair to take the pace away before scoring?
4. **Change** the ratio in a time node (above 1 is slower), deploy, and press again.`,
  korean: '한국어: 너무 느리거나 빠르게 말하면 점수를 잃을까요? 버튼을 누르고 /lesson-4에서 길이를 맞추기 전과 후를 비교해 보세요.',
};

const PACES = [['1.3 times slower', 1.3], ['twice as slow', 2], ['twice as fast', 0.5]] as const;

const TABLE = {
  ways: ['as recorded', ...PACES.flatMap(([pace]) => [pace, `${pace}, brought back`])],
  models: MODELS,
  columns: [{ key: 'seconds', title: 'seconds' }, ...MODEL_COLUMNS],
};

/** Lesson 4: three paces, each with and without time-axis normalisation. */
export function lesson4(): Example {
  const flow = createLesson(TEXT);
  recordingButton(flow, 'ko', 'ko-correct', { name: 'Korean', topic: 'Korean', at: [110, 120], to: ['queue'] });
  recordingButton(flow, 'en', 'en-correct', { name: 'English', topic: 'English', at: [110, 160], to: ['queue'] });
  const mels = addModels(flow, [1250, 200], 'table');
  const paceKeys = PACES.map(([pace, ratio], i) => {
    const y = 180 + 100 * i;
    const back = `${pace}, brought back`;
    flow.add(`back ${pace}`, 'pron-time', { name: 'as long as the voice', at: [740, y + 40], to: [back] });
    addWay(flow, pace, [1000, y], mels);
    addWay(flow, back, [1020, y + 40], mels);
    return flow.add(`pace ${pace}`, 'pron-time', { name: pace, mode: 'ratio', ratio, at: [530, y], to: [pace, `back ${pace}`] });
  });
  addQueue(flow, [310, 110], ['read']);
  flow.add('read', 'file in', { name: 'read the recording', at: [325, 170], to: ['as recorded', ...paceKeys] });
  addWay(flow, 'as recorded', [990, 120], mels);
  addTable(flow, TEXT, TABLE, [1600, 260], code('4/finding.js'));
  // The time nodes that follow the voice pass it on as it is: the score nodes keep the same reference twice.
  addVoice(flow, [140, 300], [...mels, ...PACES.map(([pace]) => `back ${pace}`)]);
  addPage(flow, 4, 520);
  addCatch(flow, 680);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
