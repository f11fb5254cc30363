import type { Flow } from '../../flow/flow';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addTable, addWay } from '../lib/table';

const TEXT: LessonText = {
  number: 12,
  title: 'Why the first model jumped',
  question: 'Why does a first model of your own give one voice such different points?',
  press: 'Press 1, 2, 3 and 4 in turn, then open /lesson-12',
  info: `**Question:** why does a first model give one voice such different points?

1. Press **1. gather voices**: three voices read ten Korean sentences as natives, three read them in Latin letters as foreigners. With a microphone, everybody who agrees (for a child, a parent) presses **record me: I agree** and says a sentence: the class are the foreigners. Recordings of lesson 7 count as foreigners too.
2. Press **2. train**: a small Siamese network learns from pictures that two natives are alike and that a native and a foreigner are not. Node-RED goes on meanwhile. The model is called *lesson-12*; every mel and score node offers it.
3. Press **3. one person** (or **3. me**): one person says a sentence, then a little slower, a little faster and much slower. Two models give points.
4. Press **4. 20 dB louder**: the same recording, ten times as high.
5. **Look** at [/lesson-12](/lesson-12). **Ask the class:** which model says the same about the same voice? What did ours learn: Korean, or who speaks? How many recordings would it need?
6. Press **5. delete everything**: the recordings of this lesson and the model are deleted. Those of lesson 7 are deleted there.

**Change** the rates in the time nodes, or gather more and train again. Recordings are in the folder \`lesson-12\` of \`pronunciation-recordings\` in Node-RED's user directory, the model in \`pronunciation-models\`. Whoever can open the editor can press the buttons.`,
  korean: '한국어: 처음 만든 모델은 왜 같은 목소리에 점수를 들쭉날쭉 줄까요? 단추 1, 2, 3, 4를 차례로 누르고 /lesson-12를 열어 보세요. 녹음은 본인(어린이는 보호자)이 동의할 때만 하고, 5번 단추를 누르면 녹음과 모델이 모두 지워집니다.',
};

const MODELS = ['default', 'lesson-12'] as const;

/** One person's tries: the time that each takes, of the recording's. */
const TRIES = [['first try', 1], ['a little slower', 1.1], ['a little faster', 0.9], ['much slower', 1.3]] as const;

const TABLE = {
  ways: TRIES.map(([way]) => way),
  models: MODELS,
  columns: [
    { key: 'gathered', title: 'recordings' },
    { key: 'lesson-12 picture', title: 'what our model sees' },
    { key: 'default', title: 'default model' },
    { key: 'lesson-12', title: 'trained here' },
  ],
};

const VOICES = [{ voice: '', rate: 150 }, { voice: '+f3', rate: 130 }, { voice: '+m3', rate: 170 }] as const;

const FACTS = JSON.stringify({ session: 'lesson-12', language: 'ko', text: '기차도 전기도 없었다' });

/** Lesson 12: a model is trained from recordings that are gathered here, and compared with the default one. */
export function lesson12(): Example {
  const flow = createLesson(TEXT);
  addGathering(flow);
  addTraining(flow);
  addTries(flow);
  addPage(flow, 12, 880);
  addCatch(flow, 1040);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}

function addGathering(flow: Flow): void {
  const voices = (speakers: 'native' | 'foreigner', y: number): string[] =>
    VOICES.map(({ voice, rate }, i) => {
      const line = y + 40 * i;
      flow.add(`voice ${speakers} ${i}`, 'change', {
        name: `${speakers} ${i + 1}`, rules: [{ t: 'set', p: 'voice', pt: 'msg', to: String(i + 1), tot: 'str' }], at: [800, line], to: ['name'],
      });
      return flow.add(`${speakers} ${i}`, 'pron-tts', {
        name: `${speakers}, voice ${i + 1}`, voice, rate, at: [600, line], to: [[`voice ${speakers} ${i}`], []],
      });
    });
  flow.add('gather', 'inject', { name: '1. gather voices', props: [], at: [140, 120], to: ['sentences'] });
  flow.add('sentences', 'function', { name: 'ten sentences', func: code('12/sentences.js'), outputs: 2, at: [360, 120], to: [voices('native', 120), voices('foreigner', 240)] });
  flow.add('record', 'inject', {
    name: 'record me: I agree', props: [{ p: 'payload' }, { p: 'speakers', v: 'foreigner', vt: 'str' }], payload: 'true', payloadType: 'bool', at: [150, 380], to: ['own recording'],
  });
  flow.add('own recording', 'pron-mic', { name: '4 seconds', mode: 'fixed', seconds: 4, at: [390, 380], to: [['name'], []] });
  flow.add('name', 'function', { name: 'a name', func: code('12/name.js'), at: [980, 220], to: ['save'] });
  flow.add('save', 'file', { name: 'save', filename: 'filename', filenameType: 'msg', appendNewline: false, createDir: true, overwriteFile: 'true', at: [1120, 220], to: ['saved'] });
  flow.add('saved', 'function', { name: 'how many?', func: code('12/saved.js'), outputs: 2, at: [1280, 220], to: [['data set'], ['voice saved']] });
  flow.add('voice saved', 'link out', { name: 'next sentence', links: [flow.id('next sentence')], at: [1405, 180] });
  flow.add('next sentence', 'link in', { name: 'next sentence', links: [flow.id('voice saved')], at: [215, 180], to: ['sentences'] });
  flow.add('data set', 'function', { name: 'the data set', func: code('12/data-set.js'), at: [1460, 300], to: ['keep'] });
}

function addTraining(flow: Flow): void {
  const initialize = "flow.set('training', false);\nflow.set('files', []);\n";
  flow.add('train', 'inject', { name: '2. train', props: [], at: [120, 440], to: ['command'] });
  flow.add('delete', 'inject', { name: '5. delete everything', topic: 'delete', props: [{ p: 'topic', vt: 'str' }], at: [160, 480], to: ['command'] });
  flow.add('command', 'function', { name: 'train or delete', func: code('12/command.js'), initialize, at: [380, 460], to: ['run'] });
  flow.add('run', 'exec', { name: 'run the command', command: '${PRONUNCIATION_COMMAND}', addpay: 'payload', useSpawn: 'true', at: [590, 460], to: [['progress'], ['problem'], ['ended']] });
  flow.add('progress', 'function', { name: 'how far', func: code('12/progress.js'), at: [800, 420], to: ['data set'] });
  flow.add('problem', 'function', { name: 'what it complains of', func: code('12/problem.js'), at: [840, 460], to: ['complaint'] });
  flow.add('complaint', 'debug', { name: 'complaint', at: [1060, 460] });
  flow.add('ended', 'function', { name: 'ended', func: code('12/ended.js'), at: [800, 500] });
}

function addTries(flow: Flow): void {
  const button = (name: string, topic: string, filename: object, at: readonly [number, number], louder = 0): string =>
    flow.add(name, 'inject', {
      name, topic, at, to: ['queue'],
      props: [{ p: 'topic', vt: 'str' }, { p: 'filename', ...filename }, { p: 'pronunciation', v: FACTS, vt: 'json' }, { p: 'louder', v: String(louder), vt: 'num' }],
    });
  const person = { v: '${PRONUNCIATION_RECORDINGS}/ko-correct.wav', vt: 'env' };
  button('3. one person', 'one person', person, [130, 600]);
  button('4. 20 dB louder', 'one person, 20 dB louder', person, [140, 640], 1);
  button('3. me', 'me', { v: 'microphone', vt: 'str' }, [110, 680]);
  addQueue(flow, [330, 640], ['split']);
  flow.add('split', 'function', { name: 'voice and recording', func: code('12/tries.js'), outputs: 3, at: [360, 700], to: [['voice'], ['read'], ['mic']] });
  flow.add('voice', 'pron-tts', { name: 'voice', at: [570, 600], to: [MODELS.map((model) => `mel ${model}`), []] });
  flow.add('read', 'file in', { name: 'read the recording', at: [590, 660], to: ['quieter'] });
  flow.add('mic', 'pron-mic', { name: '4 seconds', mode: 'fixed', seconds: 4, at: [570, 720], to: [['quieter'], []] });
  flow.add('quieter', 'pron-gain', { name: '-20 dB', gainDb: -20, at: [770, 660], to: ['louder?'] });
  flow.add('louder?', 'switch', { name: 'louder?', property: 'louder', rules: [{ t: 'eq', v: '1', vt: 'num' }, { t: 'else' }], outputs: 2, checkall: 'false', at: [770, 720], to: [['louder'], tryKeys()] });
  flow.add('louder', 'pron-gain', { name: '+20 dB', gainDb: 20, at: [770, 780], to: tryKeys() });
  TRIES.forEach(([way, ratio], i) => {
    const y = 600 + 60 * i;
    if (ratio !== 1) flow.add(`pace ${way}`, 'pron-time', { name: `${ratio} times`, mode: 'ratio', ratio, at: [950, y], to: [way] });
    addWay(flow, way, [1120, y], MODELS.map((model) => `mel ${model}`));
  });
  MODELS.forEach((model, i) => {
    const y = 640 + 80 * i;
    flow.add(`mel ${model}`, 'pron-mel', { name: `mel ${model}`, model, at: [1300, y], to: [`score ${model}`] });
    flow.add(`score ${model}`, 'pron-score', { name: model, model, at: [1460, y], to: [['table'], ['table']] });
  });
  addTable(flow, TEXT, TABLE, [1620, 680], code('12/finding.js'));
}

const tryKeys = (): string[] => TRIES.map(([way, ratio]) => (ratio === 1 ? way : `pace ${way}`));
