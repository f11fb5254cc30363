import { recordingButton } from '../lib/recordings';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addModels, addTable, addWay, MODEL_COLUMNS, MODELS } from '../lib/table';
import { addVoice } from '../lib/voice';

const TEXT: LessonText = {
  number: 3,
  title: 'Filter or trim first',
  question: 'Two seconds come before the speech. Is it better to filter first or to trim first?',
  press: 'Press a button of each kind, then open /lesson-3',
  info: `**Question:** in which order do the noise filter and the trimming work best?

1. Press **noise first**: two seconds of noise, then speech in the same noise. Then press **quiet first**: two seconds from a much quieter place, then the recording as it was made, as if a door had opened.
2. **Compare** at [/lesson-3](/lesson-3) how long the recording is in each row, and its points. *In words* names the best order.
3. **Ask the class:** why can trimming not find the beginning in noise? Why does the filter learn the wrong thing from the quiet place? (It learns what noise is from the quietest moments.)
4. **Change** the order of the wires, or \`snrDb\` in a button, deploy, and press again. The default model hardly minds: its mel node trims and its network was trained with noise.`,
  korean: '한국어: 잡음을 먼저 지울까요, 앞뒤를 먼저 자를까요? 두 가지 버튼을 누르고 /lesson-3에서 가장 좋은 순서를 찾아보세요.',
};

const TABLE = {
  ways: ['as it came', 'filter, then trim', 'trim, then filter'],
  models: MODELS,
  columns: [{ key: 'waveform', title: 'the wave' }, { key: 'seconds', title: 'seconds' }, ...MODEL_COLUMNS],
};
const LEAD_MS = 2000;

/** Lesson 3: noise or a quiet place before the speech, and both orders of the noise and vad nodes. */
export function lesson3(): Example {
  const flow = createLesson(TEXT);
  const leads = [['noise first', 15], ['quiet first', 60]] as const;
  (['ko', 'en'] as const).forEach((language, k) =>
    leads.forEach(([name, snrDb], i) => {
      const topic = `${language === 'ko' ? 'Korean' : 'English'}, ${name}`;
      recordingButton(flow, topic, `${language}-correct`, { name: topic, topic, at: [160, 120 + 80 * k + 40 * i], to: ['queue'] }, { noise: 'white', snrDb, leadMs: LEAD_MS });
    }));
  addQueue(flow, [360, 130], ['read']);
  flow.add('read', 'file in', { name: 'read the recording', at: [375, 190], to: ['lead'] });
  flow.add('lead', 'function', { name: 'two seconds before', func: code('lib/noise.js'), at: [580, 160], to: ['as it came', 'filter first', 'trim first'] });
  flow.add('filter first', 'pron-noise', { name: 'noise', at: [570, 220], to: ['trim last'] });
  flow.add('trim last', 'pron-vad', { name: 'vad', at: [700, 220], to: ['filter, then trim'] });
  flow.add('trim first', 'pron-vad', { name: 'vad', at: [570, 280], to: ['filter last'] });
  flow.add('filter last', 'pron-noise', { name: 'noise', at: [700, 280], to: ['trim, then filter'] });
  TABLE.ways.forEach((way, i) => addWay(flow, way, [860, 160 + 60 * i], ['wave']));
  const mels = addModels(flow, [1220, 160], 'table');
  flow.add('wave', 'function', { name: 'draw the wave', func: code('lib/waveform.js'), at: [1050, 220], to: mels });
  addTable(flow, TEXT, TABLE, [1580, 220], code('3/finding.js'));
  addVoice(flow, [140, 320], mels);
  addPage(flow, 3, 440);
  addCatch(flow, 600);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
