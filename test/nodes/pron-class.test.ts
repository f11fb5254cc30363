import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { classFlow, type ClassFlow, type Sent } from '../support/class-flow';
import { scoredMessage, type MadeResult } from '../support/class-messages';
import { CAUGHT, nodeOf, stopFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';

describe('The class node', function () {
  this.timeout(30_000);
  let room: ClassFlow;
  beforeEach(() => {
    room = classFlow();
  });
  afterEach(() => room.remove());

  it('gives a learner a seat, counts the results under it and shows that to the teacher', async () => {
    await room.start();
    const joined = await room.joins('a', { seat: 3 });
    assert.deepEqual([joined.topic, joined.payload], ['joined', { seat: '3', consent: false, recordings: false, exercise: null }]);
    assert.equal((await room.result({ session: 'a', points: 61.04, words: [['잘', 40], ['가요', 90]], syllables: [['잘', 30]], phones: [['l', 20], ['l', 40]], hints: [{ expected: '존', said: '좋', contrast: 'coda-n' }] })).topic, 'kept');
    await room.result({ session: 'a', points: 75 });
    await room.result({ session: 'a', points: null });
    const seen = await room.overview();
    assert.deepEqual(seen.sentences, [{ text: '안녕하세요', tries: 3, seats: 1, points: 68 }]);
    assert.deepEqual(seen.seats, [{
      seat: '3', isConnected: true, consent: false, tries: 3, best: 75, cells: [{ tries: 3, best: 75, last: null, verdict: 'no-speech' }],
    }]);
    assert.deepEqual([seen.connected, seen.tries], [1, 3]);
    assert.deepEqual(seen.words[0], { text: '잘', tries: 1, points: 40 });
    assert.deepEqual(seen.syllables, [{ text: '잘', tries: 1, points: 30 }]);
    assert.deepEqual(seen.sounds, [{ text: 'l', tries: 2, points: 30 }]);
    assert.deepEqual(seen.hints, [{ expected: '존', said: '좋', contrast: 'coda-n', count: 1 }]);
    await pause(1100);
    assert.equal(room.flow().statuses('n').at(-1)?.text, '1 in, tries: 3');
  });

  it('tells a page which of its tries are kept, and nothing of those of others', async () => {
    await room.start();
    await room.joins('a', { seat: 3 });
    await room.joins('b', { seat: 4 });
    await room.result({ session: 'a', attempt: 't1' });
    await room.result({ session: 'b', attempt: 't2' });
    const keptOf = async (attempts: unknown): Promise<unknown> => ((await room.joins('a', { seat: 3, attempts })).payload as { kept?: unknown }).kept;
    assert.deepEqual(await keptOf(['t0', 't1', 't2', 5, null]), ['t1']);
    assert.deepEqual(await keptOf('t1'), []);
  });

  it('refuses a seat that is taken, missing or not there, and says why in the language of Node-RED', async () => {
    await room.start({ seats: 3 }, { language: 'ko' });
    await room.joins('a', { seat: '2' });
    for (const [session, payload, reason] of [['b', { seat: 2 }, 'seatTaken'], ['b', {}, 'noSeat'], ['b', { seat: 4 }, 'noSeat'], ['b', { seat: 1.5 }, 'noSeat']] as const) {
      const { topic, payload: refused } = await room.joins(session, payload);
      assert.equal(topic, 'refused');
      assert.equal((refused as { reason: string }).reason, reason);
      assert.deepEqual((refused as { free: unknown }).free, [1, 3]);
      assert.equal((refused as { recordings: unknown }).recordings, false);
      assert.match((refused as { message: string }).message, /[가-힣]/);
    }
    const { payload } = await room.learner({ topic: 'join', payload: { seat: 1 } });
    assert.equal((payload as { reason: string }).reason, 'noSession');
  });

  it('takes names where the teacher wants them, and each only once', async () => {
    await room.start({ places: 'names', seats: 2 });
    assert.deepEqual(((await room.joins('a', { name: '  Min \n a ' })).payload as { seat: string }).seat, 'Min a');
    const reasonOf = async (session: string, payload: unknown): Promise<unknown> => ((await room.joins(session, payload)).payload as { reason?: string }).reason;
    assert.equal(await reasonOf('b', { name: 'min A' }), 'nameTaken');
    assert.equal(await reasonOf('b', { name: ' ' }), 'noName');
    assert.equal(await reasonOf('b', { name: 'x'.repeat(41) }), 'noName');
    assert.equal(await reasonOf('b', { name: '지우' }), undefined);
    assert.equal(await reasonOf('c', { name: '서연' }), 'classFull');
  });

  it('never counts a result under another learner', async () => {
    await room.start({ awayMinutes: 0.1 });
    await room.joins('a', { seat: 1 });
    await room.joins('b', { seat: 2 });
    await room.learner({ topic: 'leave', pronunciation: { session: 'a' } });
    await room.joins('c', { seat: 1 });
    // Asked when `a` had seat 1; `a` has changed to seat 3 by now.
    await room.joins('a', { seat: 3 });
    await room.result({ session: 'a', points: 50, seat: '1' });
    await room.result({ session: 'a', points: 55 });
    await room.result({ session: 'stranger', points: 99 });
    await room.result({ session: 'stranger', points: 98, seat: '2' });
    await room.result({ session: 'b', points: 97, seat: '3' });
    await room.result({ points: 96 });
    assert.deepEqual(await room.rows(), [['1', 1, 50], ['2', 0, null], ['3', 1, 55], [null, 4, 99]]);
  });

  it('gives a seat to somebody else only when its learner has left or was away for a while', async () => {
    await room.start({ awayMinutes: 0.1, seats: 1 });
    const topicOf = async (session: string): Promise<string> => (await room.joins(session, { seat: 1 })).topic;
    assert.equal(await topicOf('a'), 'joined');
    assert.equal(await topicOf('b'), 'refused');
    await room.learner({ topic: 'leave', pronunciation: { session: 'a' } });
    assert.equal(await topicOf('b'), 'joined');
    assert.equal(await topicOf('a'), 'refused');
    await pause(6100);
    assert.equal(await topicOf('a'), 'joined');
    assert.equal(await topicOf('b'), 'refused', 'the seat has a new learner');
  });

  it('gives the seat back to a learner who returns, also after a restart, and knows every result', async () => {
    await room.start();
    await room.joins('a', { seat: 7 });
    await room.result({ session: 'a', points: 70, attempt: 't1' });
    await stopFlow();
    await room.start();
    assert.equal((await room.joins('b', { seat: 7 })).topic, 'refused', 'nobody takes it in the meantime');
    const { payload } = await room.joins('a', {});
    assert.equal((payload as { seat: string }).seat, '7');
    await room.result({ session: 'a', points: 71 });
    assert.deepEqual(await room.rows(), [['7', 2, 71]]);
  });

  it('keeps a try once, however often it comes, also after a restart', async () => {
    await room.start();
    await room.joins('a', { seat: 1 });
    for (let i = 0; i < 3; i++) room.flow().send('n', scoredMessage({ session: 'a', attempt: 't1', points: 60 }));
    const ids: unknown[] = [];
    for (let i = 0; i < 3; i++) ids.push(((await room.flow().next('learner')).payload as { id: number }).id);
    await stopFlow();
    await room.start();
    ids.push(((await room.result({ session: 'a', attempt: 't1', points: 60 })).payload as { id: number }).id);
    assert.deepEqual(ids, [1, 1, 1, 1]);
    assert.deepEqual(await room.rows(), [['1', 1, 60]]);
  });

  it('starts and ends an exercise for everybody, and counts it by itself', async () => {
    await room.start();
    await room.joins('a', { seat: 1 });
    await room.result({ session: 'a', points: 30, text: '먼저' });
    const started = await room.teacher('start', { payload: { title: 'Lesson 2', sentences: ['하나  둘', { text: '셋' }, '하나 둘', '', 5] }, _client: { socketId: 'teacher' } });
    assert.equal(started.topic, 'started');
    const told = (await room.flow().next('learner')) as Sent;
    assert.deepEqual([told.topic, told.payload], ['started', started.payload]);
    assert.equal(told._client, undefined, 'every page gets it');
    assert.equal(told.pin, undefined);
    const { exercise } = (await room.joins('b', { seat: 2 })).payload as { exercise: { title: string; sentences: string[] } };
    assert.deepEqual([exercise.title, exercise.sentences], ['Lesson 2', ['하나 둘', '셋']]);
    await room.result({ session: 'a', points: 80, text: '하나 둘' });
    const now = await room.overview('');
    assert.deepEqual([now.of, now.tries, now.sentences.map(({ text, tries }) => [text, tries])], ['exercise', 1, [['하나 둘', 1], ['셋', 0]]]);
    assert.equal((await room.overview()).tries, 2);
    await room.teacher('end');
    assert.equal(((await room.flow().next('learner')) as Sent).topic, 'ended');
    await room.result({ session: 'a', points: 90, text: '셋' });
    assert.equal((await room.overview('')).tries, 1, 'a result after the end is not of the exercise');
    assert.deepEqual(((await room.joins('c', { seat: 3 })).payload as { exercise: unknown }).exercise, null);
  });

  it('writes a table that a spreadsheet opens, in which no text is a formula', async () => {
    await room.start({ places: 'names' });
    await room.joins('a', { name: '=HYPERLINK("x")' });
    await room.result({ session: 'a', points: 61, text: '쉼표, "따옴표"', words: [['둘', 60], ['하나', 20]] });
    const { payload, filename } = await room.teacher('csv');
    const [bom, head, row, end] = [String(payload)[0], ...String(payload).slice(1).split('\r\n')];
    assert.equal(bom, '\uFEFF');
    assert.match(String(filename), /^class \d{4}-\d\d-\d\d\.csv$/);
    assert.equal(head, 'time,exercise,seat,sentence,verdict,points,weakest_words,weakest_syllables,weakest_sounds,said_instead,recording');
    assert.match(String(row), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,,"'=HYPERLINK\(""x""\)","쉼표, ""따옴표""",scored,61,"하나 20, 둘 60",,,,$/);
    assert.equal(end, '');
  });

  describe('with recordings', () => {
    const wav = syntheticWav({ seconds: 1 });
    const recorded = (made: MadeResult) => room.learner({ ...scoredMessage(made), recording: wav });
    const files = (): string[] => readdirSync(join(room.folder(), 'recordings'));

    it('keeps those of learners who agreed, under names that a person can read, and lets the teacher listen', async () => {
      await room.start({ recordings: true });
      await room.joins('a', { seat: 1, consent: true });
      await room.joins('b', { seat: 2, consent: 'yes' });
      const kept = await recorded({ session: 'a', text: '뭐/해?', points: 80 });
      assert.equal(kept.recording, undefined);
      await recorded({ session: 'b' });
      await recorded({ session: 'stranger' });
      assert.equal(files().length, 1);
      assert.match(files()[0] ?? '', /^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d - 1 - 뭐 해 - 1\.wav$/);
      if (process.platform !== 'win32') assert.equal(statSync(join(room.folder(), 'recordings', files()[0] ?? '')).mode & 0o777, 0o600);
      const cell = (await room.overview()).seats[0]?.cells[0];
      assert.equal(cell?.recording, 1);
      const heard = await room.teacher('listen', { payload: cell.recording });
      assert.deepEqual([heard.topic, heard.payload, heard.filename], ['recording', wav, files()[0]]);
      for (const payload of [2, Symbol('2'), { id: [2n] }, null]) {
        assert.equal((await room.teacher('listen', { payload })).error.code, 'PRON_CLASS_NO_RECORDING');
      }
    });

    it('keeps none where the dialog does not say so', async () => {
      await room.start({ recordings: false });
      await room.joins('a', { seat: 1, consent: true });
      await recorded({ session: 'a' });
      assert.deepEqual(readdirSync(room.folder()), ['class.jsonl']);
    });

    it('deletes those of a learner who takes the consent back, for good', async () => {
      await room.start({ recordings: true });
      await room.joins('a', { seat: 1, consent: true });
      await recorded({ session: 'a' });
      assert.equal(((await room.joins('a', {})).payload as { consent: boolean }).consent, true, 'a page that reconnects need not ask again');
      await room.joins('a', { consent: false });
      await pause(100);
      assert.deepEqual(files(), []);
      assert.equal((await room.teacher('listen', { payload: 1 })).error.code, 'PRON_CLASS_NO_RECORDING');
      await stopFlow();
      await room.start({ recordings: true });
      await room.joins('a', { consent: true });
      assert.equal((await room.overview()).seats[0]?.cells[0]?.recording, undefined);
    });
  });

  it('tells that a line is damaged, and keeps all others', async () => {
    await room.start();
    await room.joins('a', { seat: 1 });
    await room.result({ session: 'a', points: 50 });
    await room.result({ session: 'a', points: 60 });
    await stopFlow();
    const file = join(room.folder(), 'class.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"points":50', '"points":99'));
    await room.start();
    const warned: unknown[] = [];
    nodeOf('n').on('call:warn' as 'close', ((call: { args: unknown[] }) => warned.push(call.args[0])) as unknown as () => void);
    assert.deepEqual(await room.rows(), [['1', 1, 60]]);
    assert.match(String(warned[0]), /^1 lines in the file of the class class are damaged/);
  });

  it('says what is wrong with a topic, a second node of the same class, and a folder that it may not write', async function () {
    await room.start();
    assert.equal((await room.learner({ topic: 'hello' })).error.code, 'PRON_CLASS_TOPIC');
    await room.flow().deploy([...room.nodes({}), { id: 'm', type: 'pron-class', wires: [[], []] }]);
    room.flow().send('m', { topic: 'leave' });
    assert.equal((await room.flow().next(CAUGHT)).error.code, 'PRON_CLASS_IN_USE');
    writeFileSync(room.folder('file'), '');
    await room.flow().deploy(room.nodes({ className: 'file' }));
    const { error } = await room.learner({ topic: 'leave' });
    assert.equal(error.code, 'PRON_CLASS_STORE');
    await room.flow().deploy(room.nodes({ className: '../up' }));
    assert.equal((await room.learner({ topic: 'leave' })).error.code, 'PRON_BAD_SETTING');
  });
});
