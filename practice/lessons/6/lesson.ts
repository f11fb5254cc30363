import { factsOf, type LessonLanguage } from '../lib/recordings';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addModels, addTable, MODEL_COLUMNS, MODELS } from '../lib/table';
import { addVoice } from '../lib/voice';

const TEXT: LessonText = {
  number: 6,
  title: 'Three models, one recording',
  question: 'Do three models that hear the same recording agree?',
  press: 'Press "Korean" or "English", then open /lesson-6',
  info: `**Question:** do three models that hear the same recording agree?

1. Press **Korean** or **English**: three recordings, correct, mispronounced and another sentence, go to three score nodes.
2. **Compare** the rows at [/lesson-6](/lesson-6). Cover the column *recording*: which model lets you guess it?
3. **Ask the class:** which model would you want as a teacher? Which one can be fooled by saying something else?
4. **Change** the model in a score node and in its mel node, or put a model of your own into the folder \`pronunciation-models\` of the user directory.`,
  korean: '한국어: 세 모델은 같은 녹음에 같은 점수를 줄까요? 버튼을 누르고 /lesson-6의 표를 비교해 보세요.',
};

const TABLE = { ways: [''], models: MODELS, columns: MODEL_COLUMNS };

/** Lesson 6: three recordings, three score nodes, one table. */
export function lesson6(): Example {
  const flow = createLesson(TEXT);
  const languages: readonly (readonly [LessonLanguage, string])[] = [['ko', 'Korean'], ['en', 'English']];
  languages.forEach(([language, name], i) =>
    flow.add(language, 'inject', {
      name,
      topic: name,
      props: [{ p: 'topic', vt: 'str' }, { p: 'pronunciation', v: factsOf(language), vt: 'json' }],
      at: [110, 120 + 40 * i],
      to: ['recordings'],
    }));
  flow.add('recordings', 'function', { name: 'three recordings', func: code('6/recordings.js'), at: [310, 140], to: ['queue'] });
  addQueue(flow, [510, 140], ['read']);
  const mels = addModels(flow, [710, 120], 'table');
  flow.add('read', 'file in', { name: 'read each', at: [510, 200], to: mels });
  addTable(flow, TEXT, TABLE, [1070, 180], code('6/finding.js'));
  addVoice(flow, [140, 240], mels);
  addPage(flow, 6, 380);
  addCatch(flow, 540);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
