import assert from 'node:assert/strict';
import { createDesk, type Desk, type TeacherAsked } from '../../../page/src/class/teacher/desk';
import { joinAddress } from '../../../page/src/class/teacher/join-address';
import type { Overview } from '../../../page/src/class/messages';

const OVERVIEW: Overview = { at: 1, of: 'all', exercise: null, seats: [], sentences: [], connected: 0, tries: 0, words: [], syllables: [], sounds: [], hints: [] };

describe("The teacher's page of a class", () => {
  let asked: TeacherAsked[];
  let kept: Map<string, string>;
  let saved: string[];
  let desk: Desk;
  const open = (): Desk => createDesk({
    send: (one) => asked.push(one), session: 'teacher-1', save: (...file) => saved.push(...file), play: () => undefined,
    memory: { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key) },
  });
  const refuse = (reason: string): void => desk.receive({ topic: 'refused', payload: { reason, message: 'why' } });
  const enter = (): void => {
    desk.hello();
    refuse('PRON_CLASS_PIN');
    desk.unlock('246810');
    desk.receive({ topic: 'overview', payload: OVERVIEW });
  };
  beforeEach(() => {
    [asked, kept, saved] = [[], new Map(), []];
    desk = open();
  });
  afterEach(() => desk.close());

  it('asks for the PIN without having guessed one, and gives it with every message from then on', () => {
    desk.hello();
    assert.deepEqual(asked.map(({ topic, pin }) => [topic, pin]), [['hello', undefined], ['overview', undefined]]);
    refuse('PRON_CLASS_PIN');
    assert.deepEqual([desk.state.status, desk.state.refusal], ['locked', null]);
    desk.unlock('1');
    refuse('PRON_CLASS_PIN');
    assert.equal(desk.state.refusal?.reason, 'PRON_CLASS_PIN');
    desk.unlock('246810');
    desk.receive({ topic: 'overview', payload: OVERVIEW });
    assert.deepEqual([desk.state.status, desk.state.refusal], ['open', null]);
    desk.start('Lesson 1', ['Hello']);
    assert.deepEqual(asked.at(-1), { topic: 'start', payload: { title: 'Lesson 1', sentences: ['Hello'] }, pin: '246810', pronunciation: { session: 'teacher-1' } });
  });

  it('says that the flow has no PIN', () => {
    desk.hello();
    refuse('PRON_CLASS_NO_PIN');
    assert.equal(desk.state.status, 'noPin');
  });

  it('knows the PIN after a reload, until it is locked', () => {
    enter();
    desk.close();
    desk = open();
    desk.hello();
    assert.equal(asked.at(-1)?.pin, '246810');
    desk.receive({ topic: 'overview', payload: OVERVIEW });
    desk.lock();
    assert.deepEqual([desk.state.status, desk.state.overview, kept.size], ['locked', null, 0]);
    desk.receive({ topic: 'overview', payload: OVERVIEW });
    assert.equal(desk.state.overview, null, 'one that was on its way');
  });

  it('gives the PIN to the class only, not to the list', () => {
    enter();
    desk.hello();
    assert.deepEqual(asked.slice(-2).map(({ topic, pin }) => [topic, pin]), [['hello', undefined], ['overview', '246810']]);
  });

  it('shows what a deletion has left, and saves the table under its name', () => {
    enter();
    desk.deleteAll();
    desk.receive({ topic: 'deleted', payload: { results: 3, recordings: 1, files: 2, left: 0 } });
    assert.equal(desk.state.deleted?.left, 0);
    desk.receive({ topic: 'csv', payload: 'time', filename: 'class 2026-12-02.csv' });
    assert.deepEqual(saved, ['time', 'class 2026-12-02.csv']);
  });

  it('looks at everything or at the exercise, as the teacher wants', () => {
    enter();
    desk.showAll(true);
    assert.equal(asked.at(-1)?.payload, 'all');
    desk.receive({ topic: 'started', payload: null });
    assert.deepEqual([desk.state.showsAll, asked.at(-1)?.payload], [false, '']);
  });
});

describe('The address in the QR code', () => {
  const of = (learners: string, here: string): unknown[] => Object.values(joinAddress(learners, here));

  it("is the practice page's, beside the teacher's or where the maker says", () => {
    assert.deepEqual(of('', 'https://192.168.0.7:8443/dashboard/class'), ['https://192.168.0.7:8443/dashboard/practice?class', true]);
    assert.deepEqual(of('/ui/speak', 'https://pi.local/dashboard/class#x'), ['https://pi.local/ui/speak?class', true]);
    assert.deepEqual(of('https://pi.local/p?a=1', 'http://localhost:1880/dashboard/class'), ['https://pi.local/p?a=1&class', true]);
  });

  it('is not for phones on the machine itself, nor without HTTPS', () => {
    for (const here of ['http://localhost:1880/dashboard/class', 'https://127.0.0.1:8443/dashboard/class', 'http://192.168.0.7:1880/dashboard/class']) {
      assert.equal(joinAddress('', here).isForPhones, false, here);
    }
  });
});
