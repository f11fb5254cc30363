import { recordingButton } from '../lib/recordings';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addModels, addTable, addWay, MODEL_COLUMNS, MODELS } from '../lib/table';
import { addVoice } from '../lib/voice';

const TEXT: LessonText = {
  number: 2,
  title: 'What does the noise filter do',
  question: 'What does the noise filter take away, and what does that do to the score?',
  press: 'Press "clean", "white noise" or "pink noise", then open /lesson-2',
  info: `**Question:** what does the noise filter take away?

1. Press **clean**, **white noise** or **pink noise**. The noise is added in the flow, 10 dB below the recording: a very noisy room.
2. **Compare** both rows at [/lesson-2](/lesson-2): wave, picture and points before and after the filter. *Pause* says how far the noise lies below the speech where nobody speaks; *like the clean one* compares with the recording that the noise was added to.
3. **Ask the class:** where did the noise go? Why is it gone from the pauses, and still there under the words? Which model minds it most?
4. **Change** the strength in the noise node, or \`snrDb\` in a button (0: as loud as the speech), deploy, and press again.`,
  korean: '한국어: 잡음 제거 필터는 무엇을 지울까요? 버튼을 누르고 /lesson-2에서 필터 전과 후의 그림과 점수를 비교해 보세요.',
};

const TABLE = {
  ways: ['before', 'after the filter'],
  models: MODELS,
  columns: [
    { key: 'waveform', title: 'the wave' },
    { key: 'default picture', title: 'the picture' },
    { key: 'pause', title: 'pause (dB)' },
    { key: 'clean', title: 'like the clean one (dB)' },
    ...MODEL_COLUMNS,
  ],
};

/** Lesson 2: a recording without noise and with two kinds of it, before and after the noise node. */
export function lesson2(): Example {
  const flow = createLesson(TEXT);
  const noises = [['clean', ''], ['white noise', 'white'], ['pink noise', 'pink']] as const;
  noises.forEach(([name, noise], i) =>
    recordingButton(flow, name, 'ko-correct', { name, topic: `Korean, ${name}`, at: [120, 120 + 40 * i], to: ['queue'] }, { noise, snrDb: 10 }));
  recordingButton(flow, 'en', 'en-correct', { name: 'English, white noise', topic: 'English, white noise', at: [150, 240], to: ['queue'] }, { noise: 'white', snrDb: 10 });
  addQueue(flow, [350, 130], ['read']);
  flow.add('read', 'file in', { name: 'read the recording', at: [365, 190], to: ['add noise'] });
  flow.add('add noise', 'function', { name: 'add noise', func: code('lib/noise.js'), at: [520, 160], to: ['before', 'filter'] });
  flow.add('filter', 'pron-noise', { at: [520, 220], to: ['after the filter'] });
  addWay(flow, 'before', [700, 160], ['measure']);
  addWay(flow, 'after the filter', [710, 220], ['measure']);
  flow.add('measure', 'function', { name: 'measure', func: code('2/measure.js'), at: [880, 190], to: ['wave'] });
  const mels = addModels(flow, [1070, 140], 'table', 'magma');
  flow.add('wave', 'function', { name: 'draw the wave', func: code('lib/waveform.js'), at: [900, 240], to: mels });
  addTable(flow, TEXT, TABLE, [1430, 200], code('2/finding.js'));
  addVoice(flow, [140, 320], mels);
  addPage(flow, 2, 440);
  addCatch(flow, 600);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
