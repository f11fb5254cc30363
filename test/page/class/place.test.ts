import assert from 'node:assert/strict';
import { createPlace, type Place } from '../../../page/src/class/learner/place';
import { limitedTo } from '../../../page/src/class/learner/limit';
import type { Exercise, ToldLearner } from '../../../page/src/class/messages';
import type { Asked } from '../../../page/src/station/messages';

const tryNamed = (attempt: string, topic: 'recording' | 'stop' = 'recording'): Asked =>
  ({ topic, payload: new ArrayBuffer(44), voice: 'low', pronunciation: { session: 's', language: 'ko', text: '물', attempt, seat: '3' } });

const EXERCISE: Exercise = { title: 'Lesson 1', sentences: ['물 한 잔 주세요'], startedAt: 1 };

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) };
}

describe("A learner's place in a class", () => {
  let asked: [topic: string, payload: object][];
  let exercises: (Exercise | null)[];
  let kept: ReturnType<typeof memory>;
  let place: Place;
  const open = (): Place => createPlace({ ask: (...one) => asked.push(one), exerciseChanged: (exercise) => exercises.push(exercise), memory: kept });
  const joined = (seat = '3', exercise: Exercise | null = null, consent = false): ToldLearner => ({ topic: 'joined', payload: { seat, consent, recordings: true, exercise } });
  const noSeat: ToldLearner = { topic: 'refused', payload: { reason: 'noSeat', message: 'Choose.', free: [1, 3], recordings: true } };
  const sit = (): void => {
    place.invite();
    place.hello();
    place.receive(noSeat);
    place.join('3', false);
    place.receive(joined());
  };
  beforeEach(() => {
    [asked, exercises, kept] = [[], [], memory()];
    place = open();
  });
  afterEach(() => place.close());

  it('asks for nothing where no link of a class has opened the page', () => {
    place.hello();
    assert.deepEqual(asked, []);
    place.receive({ topic: 'started', payload: EXERCISE });
    assert.deepEqual([place.state.status, exercises], ['out', []]);
  });

  it('is offered the free seats, and is the one that was pressed', () => {
    place.invite();
    place.hello();
    assert.deepEqual(asked, [['join', { seat: 0 }]]);
    place.receive(noSeat);
    assert.deepEqual([place.state.status, place.state.free, place.state.recordings, place.state.refusal], ['choosing', [1, 3], true, null]);
    place.join('3', true);
    assert.deepEqual(asked.at(-1), ['join', { seat: '3', consent: true }]);
    place.receive(joined('3', EXERCISE, true));
    assert.deepEqual([place.state.status, place.state.seat, exercises], ['in', '3', [EXERCISE]]);
  });

  it('asks for a name where the class has no numbers', () => {
    place.invite();
    place.hello();
    place.receive({ topic: 'refused', payload: { reason: 'noName', message: '', recordings: false } });
    assert.equal(place.state.free, null);
  });

  it('says why another one has to be chosen', () => {
    place.invite();
    place.hello();
    place.receive(noSeat);
    place.join('1', false);
    place.receive({ topic: 'refused', payload: { reason: 'seatTaken', message: '', free: [3] } });
    assert.deepEqual([place.state.status, place.state.free, place.state.refusal?.reason], ['choosing', [3], 'seatTaken']);
  });

  it('is taken again by itself, when the connection is back and after a reload', () => {
    sit();
    place.hello();
    assert.deepEqual(asked.at(-1), ['join', { seat: '3', consent: false, attempts: [] }]);
    const before = asked.length;
    const reloaded = open();
    reloaded.hello();
    assert.deepEqual(asked.slice(before), [['join', { seat: '3', consent: false, attempts: [] }]]);
    reloaded.receive(joined());
    assert.equal(reloaded.state.status, 'in');
    reloaded.close();
  });

  it('is given up with one press, and when the teacher deletes the class; then the list is whole again', () => {
    sit();
    place.receive({ topic: 'started', payload: EXERCISE });
    place.leave();
    assert.deepEqual([asked.at(-1), place.state.status, exercises], [['leave', {}], 'out', [EXERCISE, null]]);
    place.receive(joined());
    assert.equal(place.state.status, 'out', 'an answer from before');
    place.hello();
    assert.equal(asked.at(-1)?.[0], 'leave', 'nothing is asked again');
    place.ask();
    place.receive(noSeat);
    place.join('1', false);
    place.receive(joined('1'));
    place.receive({ topic: 'left', payload: { seat: null } });
    assert.equal(place.state.status, 'out');
  });

  it('is lost to somebody who took it meanwhile, and another one can be chosen', () => {
    sit();
    place.receive({ topic: 'refused', payload: { reason: 'seatTaken', message: '', free: [1] } });
    assert.deepEqual([place.state.status, place.state.seat, place.state.free], ['choosing', '', [1]]);
  });

  it('stays through a failure of the class, and the learner is told that the try is not kept', () => {
    sit();
    place.sent(tryNamed('b'));
    place.scored('b');
    place.receive({ topic: 'refused', payload: { reason: 'PRON_CLASS_STORE', message: 'full' } });
    assert.deepEqual([place.state.status, place.state.unconfirmed], ['in', 'again']);
    assert.deepEqual(place.next()?.asked, tryNamed('b'));
    place.receive({ topic: 'kept', payload: { id: 7 }, pronunciation: { attempt: 'b' } });
    assert.deepEqual([place.state.kept, place.state.unconfirmed], ['b', '']);
  });

  it('keeps a try until the class has confirmed it, and asks for it when the connection is back', () => {
    sit();
    for (const name of ['a', 'b']) place.sent(tryNamed(name));
    for (const name of ['a', 'b']) place.scored(name);
    assert.equal(place.next(), undefined, 'nothing is lost yet');
    place.lost();
    place.hello();
    assert.deepEqual(asked.at(-1), ['join', { seat: '3', consent: false, attempts: ['a', 'b'] }]);
    place.receive({ topic: 'joined', payload: { seat: '3', consent: false, recordings: true, exercise: null, kept: ['a'] } });
    assert.equal(place.state.unconfirmed, 'again');
    assert.deepEqual([place.next()?.asked, place.next()], [tryNamed('b'), undefined]);
    place.receive({ topic: 'kept', payload: { id: 1 }, pronunciation: { attempt: 'b' } });
    assert.equal(place.state.unconfirmed, '');
  });

  it('sends a try again whose result the learner has not seen, though the class has it', () => {
    sit();
    place.sent(tryNamed('a'));
    place.lost();
    place.receive({ topic: 'joined', payload: { seat: '3', consent: false, recordings: true, exercise: null, kept: ['a'] } });
    assert.deepEqual(place.next()?.asked, tryNamed('a'));
  });

  it('says that a try is lost where it is not in this browser, and forgets all with the seat', () => {
    sit();
    place.sent(tryNamed('a', 'stop'));
    place.lost();
    assert.deepEqual([place.state.unconfirmed, place.next()], ['lost', undefined]);
    place.sent(tryNamed('b'));
    place.leave();
    place.lost();
    assert.deepEqual([place.state.unconfirmed, place.next()], ['', undefined]);
  });

  it('does not send a try again whose failure the learner was told', () => {
    sit();
    place.sent(tryNamed('a'));
    place.failed('a');
    place.lost();
    assert.equal(place.next(), undefined);
  });

  it('tells an exercise once, however often the seat is taken again', () => {
    sit();
    for (let i = 0; i < 3; i++) place.receive(joined('3', EXERCISE));
    assert.deepEqual(exercises, [EXERCISE]);
    place.receive({ topic: 'ended', payload: { ...EXERCISE, endedAt: 2 } });
    assert.deepEqual(exercises, [EXERCISE, null]);
  });
});

describe('The list during an exercise', () => {
  const lists = { ko: [{ text: '기차도 전기도 없었다' }, { text: '물 한 잔  주세요', translation: 'A glass of water' }], en: [{ text: 'Hello' }] };

  it('has its sentences only, in its order, with what the list knows of them', () => {
    const limited = limitedTo({ ...EXERCISE, sentences: ['물 한 잔 주세요', 'Hello', 'Bonjour'] }, lists, 'fr');
    assert.deepEqual(limited, { ko: [lists.ko[1]], en: [lists.en[0]], fr: [{ text: 'Bonjour' }] });
  });

  it('is whole without an exercise, and in one without sentences', () => {
    assert.equal(limitedTo(null, lists, 'ko'), lists);
    assert.equal(limitedTo({ ...EXERCISE, sentences: [] }, lists, 'ko'), lists);
  });
});
