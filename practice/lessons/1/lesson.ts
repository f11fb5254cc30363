import { recordingButton } from '../lib/recordings';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addModels, addTable, addWay, MODEL_COLUMNS, MODELS } from '../lib/table';
import { code } from '../lib/code';
import { addVoice } from '../lib/voice';
import type { Example } from '../../flow/example';

const TEXT: LessonText = {
  number: 1,
  title: 'Does loudness change the score',
  question: 'Does a recording get more points when it is louder?',
  press: 'Press "Korean" or "English", then open /lesson-1',
  info: `**Question:** does a recording get more points when it is louder?

1. Press **Korean** or **English**. The same recording goes three ways: quiet, 20 dB louder (ten times the height of the wave), and once more 20 dB louder, which is more than a WAV file can hold.
2. **Compare** the three rows at [/lesson-1](/lesson-1), or in the debug sidebar. Under *in words* it says what came out.
3. **Ask the class:** why does shouting not help? What happens to the wave in the last row?
4. **Change** the number of dB in the gain nodes, deploy, and press again.`,
  korean: '한국어: 같은 녹음을 더 크게 하면 점수가 오를까요? 버튼을 누르고 /lesson-1에서 세 줄의 점수를 비교해 보세요.',
};

const TABLE = {
  ways: ['quiet', '20 dB louder', 'far too loud'],
  models: MODELS,
  columns: [
    { key: 'waveform', title: 'the wave' },
    { key: 'loudness', title: 'loudness (dB)' },
    { key: 'clipped', title: 'cut off (%)' },
    ...MODEL_COLUMNS,
  ],
};

/** Lesson 1: the same recording quiet, loud and too loud. */
export function lesson1(): Example {
  const flow = createLesson(TEXT);
  recordingButton(flow, 'ko', 'ko-correct', { name: 'Korean', topic: 'Korean', at: [110, 120], to: ['queue'] });
  recordingButton(flow, 'en', 'en-correct', { name: 'English', topic: 'English', at: [110, 160], to: ['queue'] });
  addQueue(flow, [310, 110], ['read']);
  flow.add('read', 'file in', { name: 'read the recording', at: [325, 170], to: ['quieter'] });
  flow.add('quieter', 'pron-gain', { name: '-20 dB', gainDb: -20, at: [510, 140], to: ['louder', 'quiet'] });
  flow.add('louder', 'pron-gain', { name: '+20 dB', gainDb: 20, at: [510, 200], to: ['louder still', '20 dB louder'] });
  flow.add('louder still', 'pron-gain', { name: '+20 dB again', gainDb: 20, at: [530, 260], to: ['far too loud'] });
  TABLE.ways.forEach((way, i) => addWay(flow, way, [730, 140 + 60 * i], ['wave']));
  flow.add('change', 'comment', { name: 'Change the dB here', info: 'Double-click a gain node, change its number, then press Deploy.', at: [530, 320] });
  const mels = addModels(flow, [1090, 140], 'table');
  flow.add('wave', 'function', { name: 'draw the wave', func: code('lib/waveform.js'), at: [910, 200], to: mels });
  addTable(flow, TEXT, TABLE, [1450, 200], code('1/finding.js'));
  addVoice(flow, [140, 240], mels);
  addPage(flow, 1, 420);
  addCatch(flow, 580);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
