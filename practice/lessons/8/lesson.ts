import { factsOf, recordingButton, type LessonLanguage } from '../lib/recordings';
import type { Example } from '../../flow/example';
import { code } from '../lib/code';
import { addCatch, addPage, createLesson, fileOf, type LessonText } from '../lib/lesson';
import { addQueue } from '../lib/queue';
import { addModels, addTable, addWay, MODEL_COLUMNS, MODELS } from '../lib/table';
import { addVoice } from '../lib/voice';

const TEXT: LessonText = {
  number: 8,
  title: 'A teacher as the reference',
  question: 'Does a learner get more points when a person, not a built-in voice, says the sentence first?',
  press: 'Press "second take" or "with errors", then open /lesson-8',
  info: `**Question:** what changes when a teacher's recording takes the place of the built-in voice?

1. When the flow starts, both references are made: the built-in voice, and a bundled recording that stands for the teacher. It comes through a tts node whose engine is *recording*, so that it has the role *reference*.
2. Press **second take** (the same speaker, 10 % slower), **with errors** (the same speaker, mispronounced) or **another sentence**. Each is scored against both.
3. **Compare** both rows at [/lesson-8](/lesson-8).
4. **Ask the class:** which model listens to *what* is said, and which to *who* says it? What would you want of a fair judge?
5. **Change:** record a teacher of your own. Wire an inject node that sets \`msg.pronunciation\` to \`{"role": "reference", "session": "ko teacher"}\` to a mic node, and the mic node to the three mel nodes.`,
  korean: '한국어: 내장 음성 대신 선생님의 목소리와 비교하면 점수가 달라질까요? 버튼을 누르고 /lesson-8에서 두 줄을 비교해 보세요.',
};

const AGAINST_VOICE = 'against the voice';
const AGAINST_TEACHER = 'against the teacher';
const TABLE = { ways: [AGAINST_VOICE, AGAINST_TEACHER], models: MODELS, columns: MODEL_COLUMNS };

/** Lesson 8: each learner is scored in two sessions, that of the voice and that of the teacher. */
export function lesson8(): Example {
  const flow = createLesson(TEXT);
  const languages: readonly (readonly [LessonLanguage, string])[] = [['ko', 'Korean'], ['en', 'English']];
  const mels = addModels(flow, [1010, 200], 'table');
  languages.forEach(([language, name], k) => {
    const y = 120 + 120 * k;
    const learner = (key: string, label: string, recording: string, line: number, take: string): void => {
      recordingButton(flow, `${language} ${key}`, `${language}-${recording}`, { name: `${name}: ${label}`, topic: `${name}, ${label}`, at: [160, y + 40 * line], to: ['queue'] }, { take });
    };
    learner('take', 'second take', 'correct', 0, 'second');
    learner('errors', 'with errors', 'mispronounced', 1, 'first');
    learner('another', 'another sentence', 'another-sentence', 2, 'first');
    flow.add(`teacher ${language}`, 'inject', {
      name: `the teacher: ${name}`, once: true, onceDelay: 0.3, topic: `${name}, the teacher`,
      props: [
        { p: 'topic', vt: 'str' },
        { p: 'filename', v: `\${PRONUNCIATION_LESSON_RECORDINGS}/${language}-correct.wav`, vt: 'env' },
        { p: 'pronunciation', v: factsOf(language, `${language} teacher`), vt: 'json' },
      ],
      at: [150, 500 + 40 * k], to: ['teacher'],
    });
  });
  addQueue(flow, [410, 180], ['read']);
  flow.add('read', 'file in', { name: 'read the recording', at: [430, 240], to: ['which take'] });
  flow.add('which take', 'switch', {
    name: 'a second take?', property: 'take', outputs: 2, checkall: 'false',
    rules: [{ t: 'eq', v: 'second', vt: 'str' }, { t: 'else' }],
    at: [620, 240], to: [['slower'], TABLE.ways],
  });
  flow.add('slower', 'pron-time', { name: '10 % slower', mode: 'ratio', ratio: 1.1, at: [620, 180], to: TABLE.ways });
  addWay(flow, AGAINST_VOICE, [800, 180], mels);
  flow.add(AGAINST_TEACHER, 'change', {
    name: AGAINST_TEACHER,
    rules: [
      { t: 'set', p: 'way', pt: 'msg', to: AGAINST_TEACHER, tot: 'str' },
      { t: 'set', p: 'pronunciation.session', pt: 'msg', to: "pronunciation.language & ' teacher'", tot: 'jsonata' },
    ],
    at: [800, 240], to: mels,
  });
  addTable(flow, TEXT, TABLE, [1370, 260], code('8/finding.js'));
  addVoice(flow, [150, 400], mels);
  flow.add('teacher', 'pron-tts', { name: 'the teacher', engine: 'recording', at: [380, 520], to: mels });
  addPage(flow, 8, 620);
  addCatch(flow, 780);
  return { file: fileOf(TEXT), nodes: flow.nodes() };
}
