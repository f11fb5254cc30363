import assert from 'node:assert/strict';
import type { Asked, ResultMessage } from '../../page/src/station/messages';
import { openProgress } from '../../page/src/progress/progress';
import { memoryStore } from '../../page/src/progress/store';
import { createStation, type Station } from '../../page/src/station/station';
import { asInBrowser } from './support/browser';

const [FIRST, SECOND] = ['기차도 전기도 없었다', '물 한 잔 주세요'];
const BUNDLED = { language: 'ko', recording: 'ko-correct', text: FIRST, label: 'native' };
const TIERS = [{ from: 85, name: 'native', colour: 'green' }, { from: 0, name: 'practise', colour: 'red' }];
const wav = (): ArrayBuffer => new ArrayBuffer(44);

describe('A learner\'s place at the practice page', () => {
  let [station, asked]: [Station, Asked[]] = [undefined as unknown as Station, []];
  let leave: () => void;
  beforeEach(() => {
    leave = asInBrowser();
    asked = [];
    station = createStation(openProgress(memoryStore()));
    station.join((one) => asked.push(one));
    station.hello();
  });
  afterEach(() => leave());

  const list = (): void => station.receive({ topic: 'sentences', payload: { ko: [FIRST, SECOND], en: ['Hello'] }, bundled: [BUNDLED] });
  const voice = (text: string): void => station.receive({ topic: 'reference', payload: wav(), text, voice: 'low', words: [], places: [{ startMs: 0, endMs: 900 }] });
  const result = (attempt: string | undefined, value: number | null = 90): ResultMessage => ({
    topic: 'result', score: { value, verdict: value === null ? 'no-speech' : 'scored', tier: value === null ? null : (TIERS[0] ?? null), tiers: TIERS }, words: [], said: '',
    ...(attempt !== undefined && { pronunciation: { attempt } }),
  });
  const points = (): number | null | undefined => station.state.result?.value;
  const topics = (): string[] => asked.map(({ topic }) => topic);

  it('asks for the list, and lets the voice say its first sentence', () => {
    assert.deepEqual(topics(), ['hello']);
    list();
    assert.deepEqual(asked.at(-1)?.pronunciation, { session: station.state.session, language: 'ko', text: FIRST });
    assert.equal(station.state.preparing, true);
    voice(SECOND);
    assert.equal(station.state.reference, null, 'the voice said another sentence');
    voice(FIRST);
    assert.ok(station.state.reference !== null && !station.state.preparing);
  });

  it('keeps a sentence that the learner chose before the list came', () => {
    station.tryBundled(BUNDLED);
    list();
    assert.equal(station.state.text, FIRST);
    assert.deepEqual(topics(), ['hello', 'say', 'try']);
  });

  it('goes on in the list and begins again at its end', () => {
    list();
    station.move(1);
    assert.equal(station.state.text, SECOND);
    station.move(1);
    assert.equal(station.state.text, FIRST);
    station.move(-1);
    assert.equal(station.state.text, SECOND);
  });

  it('takes a result of the try that it waits for, and of no other', () => {
    list();
    voice(FIRST);
    station.tryBundled(BUNDLED);
    const { attempt } = station.state;
    assert.equal(asked.at(-1)?.pronunciation.attempt, attempt);
    station.receive(result('another'));
    assert.equal(points(), undefined);
    assert.equal(station.state.phase, 'scoring');
    station.receive(result(attempt));
    assert.equal(points(), 90);
    assert.equal(station.state.phase, 'idle');
    station.receive(result(attempt, 20));
    assert.equal(points(), 90, 'the try is over');
  });

  it('names the seat with all that it asks, and has the sentences of the class\'s exercise only', () => {
    list();
    voice(FIRST);
    assert.equal('seat' in (asked.at(-1)?.pronunciation ?? {}), false);
    station.place.ask();
    const exercise = { title: 'Lesson 1', sentences: [SECOND], startedAt: 1 };
    station.receive({ topic: 'joined', payload: { seat: '3', consent: false, recordings: false, exercise } });
    assert.deepEqual([station.list(), station.state.text], [[{ text: SECOND }], SECOND]);
    assert.equal(asked.at(-1)?.pronunciation.seat, '3');
    list();
    assert.deepEqual(station.list(), [{ text: SECOND }], 'a new list is limited, too');
    station.receive({ topic: 'ended', payload: { ...exercise, endedAt: 2 } });
    assert.deepEqual(station.list(), [{ text: FIRST }, { text: SECOND }]);
    station.place.close();
  });

  it('drops a result that comes when the learner has gone on', () => {
    list();
    voice(FIRST);
    station.tryBundled(BUNDLED);
    const { attempt } = station.state;
    station.choose('ko', SECOND);
    station.receive(result(attempt));
    assert.deepEqual([station.state.result, station.state.phase, station.state.attempts], [null, 'idle', []]);
  });

  it('tells a failure of its try, and no other\'s', () => {
    list();
    station.tryBundled(BUNDLED);
    station.receive({ topic: 'error', payload: 'late', code: 'PRON_X', pronunciation: { attempt: 'another' } });
    assert.equal(station.state.problem, null);
    station.receive({ topic: 'error', payload: 'The voice is missing.', code: 'PRON_X' });
    assert.deepEqual(station.state.problem, { title: 'PRON_X', text: 'The voice is missing.' });
  });

  it('lets the voice say the sentence again before a try where the flow may have lost it', () => {
    list();
    voice(FIRST);
    station.tryBundled(BUNDLED);
    station.receive({ topic: 'error', payload: 'The microphone is in use.', code: 'PRON_MIC_BUSY', pronunciation: { attempt: station.state.attempt } });
    asked.length = 0;
    station.tryBundled(BUNDLED);
    assert.deepEqual(topics(), ['try'], 'a failed recording loses nothing');
    station.attempting.finish();
    station.receive({ topic: 'error', payload: 'The engine ended unexpectedly.', code: 'PRON_ENGINE_DIED' });
    asked.length = 0;
    station.tryBundled(BUNDLED);
    assert.deepEqual(topics(), ['say', 'try']);
    assert.equal(asked[0]?.pronunciation.attempt, undefined);
    station.receive({ topic: 'error', payload: 'No reference came.', code: 'PRON_NO_REFERENCE', pronunciation: { attempt: station.state.attempt } });
    asked.length = 0;
    station.tryBundled(BUNDLED);
    assert.deepEqual(topics(), ['say', 'try']);
    station.receive(result(station.state.attempt));
    asked.length = 0;
    station.tryBundled(BUNDLED);
    assert.deepEqual(topics(), ['try'], 'once is enough');
  });

  describe('in a class whose connection is lost', () => {
    const joined = (kept: readonly string[] = []): void => station.receive({ topic: 'joined', payload: { seat: '3', consent: false, recordings: false, exercise: null, kept } });
    const tried = (): string => {
      list();
      voice(FIRST);
      station.place.ask();
      joined();
      station.tryBundled(BUNDLED);
      return station.state.attempt;
    };
    const comeBack = (): void => {
      station.lost();
      asked.length = 0;
      station.hello();
      joined();
    };
    afterEach(() => station.place.close());

    it('sends the try again under its name, and takes its result', () => {
      const attempt = tried();
      comeBack();
      assert.equal(station.state.problem, null);
      assert.deepEqual([station.state.phase, station.state.attempt, station.state.sendsAgain], ['scoring', attempt, true]);
      assert.deepEqual(topics(), ['hello', 'join', 'say', 'say']);
      voice(FIRST);
      assert.deepEqual([topics().at(-1), asked.at(-1)?.pronunciation], ['try', { session: station.state.session, language: 'ko', text: FIRST, attempt, seat: '3' }]);
      station.receive(result(attempt));
      assert.deepEqual([points(), station.state.phase, station.state.sendsAgain], [90, 'idle', false]);
      station.receive({ topic: 'kept', payload: { id: 1 }, pronunciation: { attempt } });
      assert.equal(station.place.state.unconfirmed, '');
      comeBack();
      assert.equal(topics().includes('try'), false, 'it is there');
    });

    it('shows no result under another sentence, and lets the voice say that one again before the next try', () => {
      const attempt = tried();
      station.receive(result(attempt));
      station.choose('ko', SECOND);
      comeBack();
      assert.deepEqual(asked.at(-1)?.payload, FIRST);
      voice(FIRST);
      assert.equal(topics().at(-1), 'try');
      station.receive(result(attempt, 20));
      assert.deepEqual([station.state.text, station.state.result, station.state.attempts, station.state.phase], [SECOND, null, [], 'idle']);
      assert.equal(station.state.voiceMayBeLost, true);
    });

    it('sends nothing while the learner records, and nothing of a failed try', () => {
      const attempt = tried();
      station.receive({ topic: 'error', payload: 'The engine ended.', code: 'PRON_ENGINE_DIED', pronunciation: { attempt } });
      comeBack();
      assert.equal(station.state.phase, 'idle');
    });
  });

  it('offers what is to be practised again, also where the list came later than what the device keeps', async () => {
    const progress = openProgress(memoryStore());
    const own = createStation(progress);
    await progress.then((kept) => kept.add({ id: 'a', when: Date.now(), sentence: SECOND, language: 'ko', voice: 'low', verdict: 'scored', points: 20, tiers: TIERS, words: [] }));
    own.receive({ topic: 'sentences', payload: { ko: [FIRST, SECOND] } });
    own.diary.review();
    await progress;
    assert.deepEqual(own.state.review.map(({ sentence }) => sentence), [SECOND]);
  });

  it('remembers the points of a sentence, of that one alone', () => {
    list();
    station.tryBundled(BUNDLED);
    station.receive(result(station.state.attempt, 71.26));
    station.tryBundled(BUNDLED);
    station.receive(result(station.state.attempt, null));
    assert.deepEqual(station.state.attempts, [71.3]);
    station.choose('ko', SECOND);
    assert.deepEqual(station.state.attempts, []);
    station.choose('ko', FIRST);
    assert.deepEqual(station.state.attempts, [71.3]);
    station.forgetHistory();
    assert.deepEqual(station.state.attempts, []);
  });

  describe('where a word is practised alone', () => {
    const [WORD, PLACE] = ['전기도', 1];
    const withWords = (value: number | null): void => {
      const words = FIRST.split(' ').map((text, place) => ({ text, place, state: place === PLACE ? 'wrong' as const : 'right' as const, score: place === PLACE ? 20 : 90 }));
      station.receive({ ...result(station.state.attempt, value), words: value === null ? [] : words });
    };
    const sayIt = (value: number | null): void => {
      void station.attempting.record();
      station.receive(result(station.state.attempt, value));
    };
    const shown = (): unknown[] => [station.state.text, station.state.drill?.step];
    beforeEach(() => {
      list();
      voice(FIRST);
      station.tryBundled(BUNDLED);
      withWords(60);
      station.drilling.begin();
    });

    it('lets the voice say the word, and keeps its points apart from those of the sentence', () => {
      assert.deepEqual(shown(), [WORD, 'word']);
      assert.deepEqual([asked.at(-1)?.topic, asked.at(-1)?.payload], ['say', WORD]);
      sayIt(88);
      assert.deepEqual(station.state.attempts, [88]);
      station.drilling.leave();
      assert.deepEqual([...shown(), station.state.attempts], [FIRST, undefined, [60]]);
    });

    it('goes back to the sentence when the word was good twice, and is over when the sentence was said', () => {
      sayIt(90);
      sayIt(null);
      sayIt(95);
      assert.deepEqual(shown(), [WORD, 'sentence'], 'the result of the word can still be read');
      sayIt(10);
      assert.deepEqual(shown(), [WORD, 'sentence'], 'saying the word once more is not the sentence');
      station.drilling.leave();
      assert.deepEqual(shown(), [FIRST, 'sentence']);
      sayIt(70);
      assert.deepEqual(shown(), [FIRST, undefined]);
    });

    it('is left at any time, by going on in the list too', () => {
      void station.attempting.record();
      station.drilling.leave();
      assert.deepEqual([...shown(), station.state.phase], [FIRST, undefined, 'idle']);
      station.tryBundled(BUNDLED);
      withWords(60);
      station.drilling.begin();
      station.move(1);
      assert.deepEqual(shown(), [SECOND, undefined], 'the one behind the sentence');
    });
  });

  it('hears a text that is not practised, and its failures, apart from the sentence', async () => {
    list();
    voice(FIRST);
    const heard = station.preview('en', 'Hello');
    const { topic, pronunciation } = asked.at(-1) ?? assert.fail();
    assert.deepEqual([topic, pronunciation.language, pronunciation.text], ['preview', 'en', 'Hello']);
    const attempt = pronunciation.attempt ?? '';
    station.receive({ topic: 'preview', payload: wav(), pronunciation: { attempt } });
    assert.equal((await heard).payload.byteLength, 44);
    const refused = station.preview('en', '☃');
    station.receive({ topic: 'error', payload: 'No letter.', code: 'PRON_X', pronunciation: { attempt: asked.at(-1)?.pronunciation.attempt ?? '' } });
    await assert.rejects(refused, { title: 'PRON_X', message: 'No letter.' });
    const lost = station.preview('en', 'Hello');
    station.lost();
    await assert.rejects(lost, { title: 'disconnected' });
    assert.deepEqual([station.state.text, station.state.problem], [FIRST, null]);
  });

  it('says where the connection was lost during a try, and asks again when it is back', () => {
    list();
    station.tryBundled(BUNDLED);
    station.lost();
    assert.deepEqual([station.state.connected, station.state.phase, station.state.problem?.text], [false, 'idle', 'disconnected']);
    station.hello();
    assert.equal(station.state.connected, true);
    assert.deepEqual(topics().slice(-2), ['hello', 'say'], 'the voice had not said the sentence');
  });

  it('lets the voice say the sentence again where Node-RED was started anew, and keeps the result', () => {
    list();
    voice(FIRST);
    station.tryBundled(BUNDLED);
    station.receive(result(station.state.attempt));
    station.lost();
    station.hello();
    assert.deepEqual(topics().slice(-2), ['hello', 'say']);
    assert.equal(points(), 90);
    assert.ok(station.state.reference !== null);
  });
});
