import assert from 'node:assert/strict';
import type { Asked } from '../../../page/src/station/messages';
import { openProgress } from '../../../page/src/progress/progress';
import { memoryStore } from '../../../page/src/progress/store';
import { createStation, type Station } from '../../../page/src/station/station';
import type { TakeFault, TeacherVoice } from '../../../page/src/voice/messages';
import { chosenTeacher } from '../../../page/src/voice/take-voices';
import { asInBrowser } from '../support/browser';

const [FIRST, SECOND] = ['기차도 전기도 없었다', '물 한 잔 주세요'];
const KIM = 'Ms Kim';
const wav = (): ArrayBuffer => new ArrayBuffer(44);

describe('A teacher at the practice page', () => {
  let [station, asked]: [Station, Asked[]] = [undefined as unknown as Station, []];
  let leave: () => void;
  beforeEach(() => {
    leave = asInBrowser();
    asked = [];
    station = createStation(openProgress(memoryStore()));
    station.join((one) => asked.push(one));
    station.hello();
    station.receive({ topic: 'sentences', payload: { ko: [FIRST, SECOND] } });
    Object.assign(station.walk.state, { teacher: `  ${KIM} `, pin: '246810', language: 'ko' });
  });
  afterEach(() => leave());

  const has = (...texts: string[]): TeacherVoice => ({ name: KIM, recordings: texts.map((text) => ({ language: 'ko', text })) });
  const voices = (...all: TeacherVoice[]): void => station.receive({ topic: 'voices', payload: { voices: all, hasPin: true } });
  const reference = (text: string, speaker: string): void => station.receive({ topic: 'reference', payload: wav(), text, voice: station.state.voice, speaker });
  const text = (): string | undefined => station.walk.current()?.text;
  /** The flow has looked at a take of the sentence. */
  const check = (...faults: TakeFault[]): void => {
    station.walk.recorder.attempt = 'take-1';
    station.receive({ topic: 'checked', payload: wav(), faults, words: [{ text: '물', startMs: 0, endMs: 9 }], said: '', isHeard: true, pronunciation: { attempt: 'take-1' } });
  };

  it('begins with a name, the PIN and a list, at the first sentence that is not recorded', () => {
    voices(has(FIRST));
    assert.ok(station.walk.canBegin());
    for (const [key, value] of [['teacher', ' '], ['teacher', 'low'], ['pin', ''], ['language', 'fr']] as const) {
      const before = station.walk.state[key];
      station.walk.state[key] = value;
      assert.equal(station.walk.canBegin(), false, `${key} ${value}`);
      station.walk.state[key] = before;
    }
    station.walk.begin();
    assert.deepEqual([station.walk.state.teacher, text(), station.walk.done()], [KIM, SECOND, 1]);
  });

  it('keeps a take that was checked, with the PIN and the times of its words, and goes on', () => {
    station.walk.begin();
    station.walk.keep();
    assert.equal(asked.some(({ topic }) => topic === 'keep'), false, 'there is no take yet');
    check();
    station.walk.keep();
    station.walk.keep();
    const sent = asked.filter(({ topic }) => topic === 'keep');
    assert.equal(sent.length, 1, 'pressed twice');
    const { voice, pin, pronunciation } = sent[0] as Asked;
    assert.deepEqual([voice, pin, pronunciation.text, pronunciation.language, pronunciation.words], [KIM, '246810', FIRST, 'ko', [{ text: '물', startMs: 0, endMs: 9 }]]);
    station.receive({ topic: 'kept', payload: 'x', pronunciation: { attempt: 'another' } });
    assert.equal(text(), FIRST);
    station.receive({ topic: 'kept', payload: 'x', pronunciation: { attempt: pronunciation.attempt ?? '' } });
    assert.deepEqual([text(), station.walk.state.take], [SECOND, null]);
  });

  it('does not lose a take by a wrong PIN, and no learner sees the failure', () => {
    station.walk.begin();
    check('noisy');
    station.walk.keep();
    const attempt = asked.at(-1)?.pronunciation.attempt ?? '';
    station.receive({ topic: 'error', payload: 'The PIN is wrong', code: 'PRON_CLASS_PIN', pronunciation: { attempt } });
    assert.ok(station.walk.state.isPinWrong && station.walk.state.take !== null && station.walk.recorder.problem !== null);
    assert.equal(station.state.problem, null);
    station.walk.begin();
    assert.deepEqual([text(), station.walk.state.take?.faults, station.walk.recorder.problem], [FIRST, ['noisy'], null]);
  });

  it('drops a take of another sentence', () => {
    station.walk.begin();
    check();
    station.walk.move(1);
    assert.deepEqual([text(), station.walk.state.take], [SECOND, null]);
    station.receive({ topic: 'checked', payload: wav(), faults: [], words: [], said: '', isHeard: false, pronunciation: { attempt: 'late' } });
    assert.equal(station.walk.state.take, null);
  });

  it('deletes a voice with the PIN, and hears that nothing is left', () => {
    voices(has(FIRST));
    station.walk.remove(KIM);
    const { topic, voice, pin, pronunciation } = asked.at(-1) as Asked;
    assert.deepEqual([topic, voice, pin], ['delete', KIM, '246810']);
    station.receive({ topic: 'deleted', payload: { left: 0 }, pronunciation: { attempt: pronunciation.attempt ?? '' } });
    assert.equal(station.walk.state.leftOfDeleted, 0);
  });

  it('is a voice for learners; what is not recorded is said by another one; a deleted voice is left', () => {
    assert.equal(station.state.teachersPin, null, 'a flow may keep no voices');
    voices(has(FIRST));
    station.chooseVoice(KIM);
    reference(FIRST, KIM);
    assert.equal(chosenTeacher(station.state)?.name, KIM);
    station.choose('ko', SECOND);
    reference(SECOND, 'built-in');
    const before = asked.length;
    voices(has(FIRST));
    assert.equal(asked.length, before, 'nothing is new');
    voices(has(FIRST, SECOND));
    assert.deepEqual([asked.at(-1)?.topic, asked.at(-1)?.voice, asked.length], ['say', KIM, before + 1]);
    voices();
    assert.equal(station.state.voice, 'low');
    assert.equal(asked.at(-1)?.voice, 'low');
  });
});
