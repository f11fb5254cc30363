import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Overview } from '../../nodes/class/overview';
import { scoredMessage, type MadeResult } from '../support/class-messages';
import { CAUGHT, nodeOf, startFlow, stopFlow, type FlowNode, type Received, type RunningFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';
import { CLASS } from './all-nodes';

const PIN = '246810';

/** What a class sends, with the properties that lead it to a page. */
type Sent = Received & { readonly topic: string; readonly filename?: string; readonly pin?: unknown; readonly recording?: unknown; readonly _client?: unknown };

describe('The class node', function () {
  this.timeout(30_000);
  let userDir: string;
  let flow: RunningFlow;
  beforeEach(() => {
    userDir = mkdtempSync(join(tmpdir(), 'pron-class-'));
  });
  afterEach(async () => {
    await stopFlow();
    rmSync(userDir, { recursive: true, force: true });
  });

  const folder = (name = 'class'): string => join(userDir, 'pronunciation', 'classes', name);
  const nodes = (settings: object): FlowNode[] => [
    { id: 'n', type: 'pron-class', ...settings, wires: [['teacher'], ['learner']] },
    { id: 'teacher', type: 'helper' },
    { id: 'learner', type: 'helper' },
  ];
  const start = async (settings: object = {}, { pin = PIN, language = 'en-US' } = {}): Promise<void> => {
    flow = await startFlow([CLASS], nodes(settings), { userDir, language, credentials: { n: { pin } } });
  };
  const learner = async (msg: object): Promise<Sent> => {
    flow.send('n', msg);
    return (await flow.next('learner', CAUGHT)) as Sent;
  };
  const teacher = async (topic: string, more: object = {}): Promise<Sent> => {
    flow.send('n', { topic, pin: PIN, ...more });
    return (await flow.next('teacher', CAUGHT)) as Sent;
  };
  const join_ = (session: string, payload: unknown): Promise<Sent> => learner({ topic: 'join', payload, pronunciation: { session } });
  const result = (made: MadeResult): Promise<Sent> => learner(scoredMessage(made));
  const overview = async (payload: unknown = 'all'): Promise<Overview> => (await teacher('overview', { payload })).payload as Overview;
  const rows = async (): Promise<unknown[]> => (await overview()).seats.map(({ seat, tries, best }) => [seat, tries, best]);

  it('gives a learner a seat, counts the results under it and shows that to the teacher', async () => {
    await start();
    const joined = await join_('a', { seat: 3 });
    assert.deepEqual([joined.topic, joined.payload], ['joined', { seat: '3', consent: false, recordings: false, exercise: null }]);
    assert.equal((await result({ session: 'a', points: 61.04, words: [['잘', 40], ['가요', 90]], syllables: [['잘', 30]], phones: [['l', 20], ['l', 40]], hints: [{ expected: '존', said: '좋', contrast: 'coda-n' }] })).topic, 'kept');
    await result({ session: 'a', points: 75 });
    await result({ session: 'a', points: null });
    const seen = await overview();
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
    assert.equal(flow.statuses('n').at(-1)?.text, '1 in, 3 tries');
  });

  it('refuses a seat that is taken, missing or not there, and says why in the language of Node-RED', async () => {
    await start({ seats: 3 }, { language: 'ko' });
    await join_('a', { seat: '2' });
    for (const [session, payload, reason] of [['b', { seat: 2 }, 'seatTaken'], ['b', {}, 'noSeat'], ['b', { seat: 4 }, 'noSeat'], ['b', { seat: 1.5 }, 'noSeat']] as const) {
      const { topic, payload: refused } = await join_(session, payload);
      assert.equal(topic, 'refused');
      assert.equal((refused as { reason: string }).reason, reason);
      assert.deepEqual((refused as { free: unknown }).free, [1, 3]);
      assert.match((refused as { message: string }).message, /[가-힣]/);
    }
    const { payload } = await learner({ topic: 'join', payload: { seat: 1 } });
    assert.equal((payload as { reason: string }).reason, 'noSession');
  });

  it('takes names where the teacher wants them, and each only once', async () => {
    await start({ places: 'names', seats: 2 });
    assert.deepEqual(((await join_('a', { name: '  Min \n a ' })).payload as { seat: string }).seat, 'Min a');
    const reasonOf = async (session: string, payload: unknown): Promise<unknown> => ((await join_(session, payload)).payload as { reason?: string }).reason;
    assert.equal(await reasonOf('b', { name: 'min A' }), 'nameTaken');
    assert.equal(await reasonOf('b', { name: ' ' }), 'noName');
    assert.equal(await reasonOf('b', { name: 'x'.repeat(41) }), 'noName');
    assert.equal(await reasonOf('b', { name: '지우' }), undefined);
    assert.equal(await reasonOf('c', { name: '서연' }), 'classFull');
  });

  it('never counts a result under another learner', async () => {
    await start({ awayMinutes: 0.1 });
    await join_('a', { seat: 1 });
    await join_('b', { seat: 2 });
    await learner({ topic: 'leave', pronunciation: { session: 'a' } });
    await join_('c', { seat: 1 });
    // Asked when `a` had seat 1; `a` has changed to seat 3 by now.
    await join_('a', { seat: 3 });
    await result({ session: 'a', points: 50, seat: '1' });
    await result({ session: 'a', points: 55 });
    await result({ session: 'stranger', points: 99 });
    await result({ session: 'stranger', points: 98, seat: '2' });
    await result({ session: 'b', points: 97, seat: '3' });
    await result({ points: 96 });
    assert.deepEqual(await rows(), [['1', 1, 50], ['2', 0, null], ['3', 1, 55], [null, 4, 99]]);
  });

  it('gives a seat to somebody else only when its learner has left or was away for a while', async () => {
    await start({ awayMinutes: 0.1, seats: 1 });
    const topicOf = async (session: string): Promise<string> => (await join_(session, { seat: 1 })).topic;
    assert.equal(await topicOf('a'), 'joined');
    assert.equal(await topicOf('b'), 'refused');
    await learner({ topic: 'leave', pronunciation: { session: 'a' } });
    assert.equal(await topicOf('b'), 'joined');
    assert.equal(await topicOf('a'), 'refused');
    await pause(6100);
    assert.equal(await topicOf('a'), 'joined');
    assert.equal(await topicOf('b'), 'refused', 'the seat has a new learner');
  });

  it('gives the seat back to a learner who returns, also after a restart, and knows every result', async () => {
    await start();
    await join_('a', { seat: 7 });
    await result({ session: 'a', points: 70, attempt: 't1' });
    await stopFlow();
    await start();
    assert.equal((await join_('b', { seat: 7 })).topic, 'refused', 'nobody takes it in the meantime');
    const { payload } = await join_('a', {});
    assert.equal((payload as { seat: string }).seat, '7');
    await result({ session: 'a', points: 71 });
    assert.deepEqual(await rows(), [['7', 2, 71]]);
  });

  it('keeps a try once, however often it comes, also after a restart', async () => {
    await start();
    await join_('a', { seat: 1 });
    for (let i = 0; i < 3; i++) flow.send('n', scoredMessage({ session: 'a', attempt: 't1', points: 60 }));
    const ids: unknown[] = [];
    for (let i = 0; i < 3; i++) ids.push(((await flow.next('learner')).payload as { id: number }).id);
    await stopFlow();
    await start();
    ids.push(((await result({ session: 'a', attempt: 't1', points: 60 })).payload as { id: number }).id);
    assert.deepEqual(ids, [1, 1, 1, 1]);
    assert.deepEqual(await rows(), [['1', 1, 60]]);
  });

  it('starts and ends an exercise for everybody, and counts it by itself', async () => {
    await start();
    await join_('a', { seat: 1 });
    await result({ session: 'a', points: 30, text: '먼저' });
    const started = await teacher('start', { payload: { title: 'Lesson 2', sentences: ['하나  둘', { text: '셋' }, '하나 둘', '', 5] }, _client: { socketId: 'teacher' } });
    assert.equal(started.topic, 'started');
    const told = (await flow.next('learner')) as Sent;
    assert.deepEqual([told.topic, told.payload], ['started', started.payload]);
    assert.equal(told._client, undefined, 'every page gets it');
    assert.equal(told.pin, undefined);
    const { exercise } = (await join_('b', { seat: 2 })).payload as { exercise: { title: string; sentences: string[] } };
    assert.deepEqual([exercise.title, exercise.sentences], ['Lesson 2', ['하나 둘', '셋']]);
    await result({ session: 'a', points: 80, text: '하나 둘' });
    const now = await overview('');
    assert.deepEqual([now.of, now.tries, now.sentences.map(({ text, tries }) => [text, tries])], ['exercise', 1, [['하나 둘', 1], ['셋', 0]]]);
    assert.equal((await overview()).tries, 2);
    await teacher('end');
    assert.equal(((await flow.next('learner')) as Sent).topic, 'ended');
    await result({ session: 'a', points: 90, text: '셋' });
    assert.equal((await overview('')).tries, 1, 'a result after the end is not of the exercise');
    assert.deepEqual(((await join_('c', { seat: 3 })).payload as { exercise: unknown }).exercise, null);
  });

  it('writes a table that a spreadsheet opens, in which no text is a formula', async () => {
    await start({ places: 'names' });
    await join_('a', { name: '=HYPERLINK("x")' });
    await result({ session: 'a', points: 61, text: '쉼표, "따옴표"', words: [['둘', 60], ['하나', 20]] });
    const { payload, filename } = await teacher('csv');
    const [bom, head, row, end] = [String(payload)[0], ...String(payload).slice(1).split('\r\n')];
    assert.equal(bom, '\uFEFF');
    assert.match(String(filename), /^class \d{4}-\d\d-\d\d\.csv$/);
    assert.equal(head, 'time,exercise,seat,sentence,verdict,points,weakest_words,weakest_syllables,weakest_sounds,said_instead,recording');
    assert.match(String(row), /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,,"'=HYPERLINK\(""x""\)","쉼표, ""따옴표""",scored,61,"하나 20, 둘 60",,,,$/);
    assert.equal(end, '');
  });

  describe('with recordings', () => {
    const wav = syntheticWav({ seconds: 1 });
    const recorded = (made: MadeResult) => learner({ ...scoredMessage(made), recording: wav });
    const files = (): string[] => readdirSync(join(folder(), 'recordings'));

    it('keeps those of learners who agreed, under names that a person can read, and lets the teacher listen', async () => {
      await start({ recordings: true });
      await join_('a', { seat: 1, consent: true });
      await join_('b', { seat: 2, consent: 'yes' });
      const kept = await recorded({ session: 'a', text: '뭐/해?', points: 80 });
      assert.equal(kept.recording, undefined);
      await recorded({ session: 'b' });
      await recorded({ session: 'stranger' });
      assert.equal(files().length, 1);
      assert.match(files()[0] ?? '', /^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d - 1 - 뭐 해 - 1\.wav$/);
      if (process.platform !== 'win32') assert.equal(statSync(join(folder(), 'recordings', files()[0] ?? '')).mode & 0o777, 0o600);
      const cell = (await overview()).seats[0]?.cells[0];
      assert.equal(cell?.recording, 1);
      const heard = await teacher('listen', { payload: cell.recording });
      assert.deepEqual([heard.topic, heard.payload, heard.filename], ['recording', wav, files()[0]]);
      assert.equal((await teacher('listen', { payload: 2 })).error.code, 'PRON_CLASS_NO_RECORDING');
    });

    it('keeps none where the dialog does not say so', async () => {
      await start({ recordings: false });
      await join_('a', { seat: 1, consent: true });
      await recorded({ session: 'a' });
      assert.deepEqual(readdirSync(folder()), ['class.jsonl']);
    });

    it('deletes those of a learner who takes the consent back, for good', async () => {
      await start({ recordings: true });
      await join_('a', { seat: 1, consent: true });
      await recorded({ session: 'a' });
      assert.equal(((await join_('a', {})).payload as { consent: boolean }).consent, true, 'a page that reconnects need not ask again');
      await join_('a', { consent: false });
      await pause(100);
      assert.deepEqual(files(), []);
      assert.equal((await teacher('listen', { payload: 1 })).error.code, 'PRON_CLASS_NO_RECORDING');
      await stopFlow();
      await start({ recordings: true });
      await join_('a', { consent: true });
      assert.equal((await overview()).seats[0]?.cells[0]?.recording, undefined);
    });
  });

  describe('and its teacher', () => {
    it('is told everything only with the PIN', async () => {
      await start();
      await join_('a', { seat: 1 });
      for (const topic of ['start', 'end', 'overview', 'csv', 'listen', 'delete']) {
        for (const pin of [undefined, '', '24681', '2468100', ['246810']]) {
          await stopFlow();
          await start();
          flow.send('n', { topic, pin, pronunciation: { session: 'a' } });
          const { error } = await flow.next(CAUGHT);
          assert.equal(error.code, 'PRON_CLASS_PIN');
        }
      }
      await pause(1100);
      assert.deepEqual([flow.waiting('teacher'), flow.waiting('learner')], [[], []]);
      assert.ok(readFileSync(join(folder(), 'class.jsonl'), 'utf8').includes('"join"'), 'nothing was deleted');
    });

    it('has no rights at all where no PIN is set', async () => {
      await start({}, { pin: '' });
      for (const pin of [undefined, '', PIN]) assert.equal((await teacher('overview', { pin })).error.code, 'PRON_CLASS_NO_PIN');
    });

    it('gets the overview after each change, at most once a second, at the page that asked', async () => {
      await start();
      flow.send('n', { topic: 'overview', pin: PIN, _client: { socketId: 'x' }, pronunciation: { session: 'teacher' } });
      await flow.next('teacher');
      await pause(1100);
      const before = flow.waiting('teacher').length;
      const begun = performance.now();
      for (let i = 0; i < 12; i++) {
        await result({ session: 'a', attempt: `t${i}` });
      }
      await pause(1200);
      const pushed = flow.waiting('teacher').slice(before) as Sent[];
      const seconds = (performance.now() - begun) / 1000;
      assert.ok(pushed.length >= 1 && pushed.length <= seconds + 1, `${pushed.length} in ${seconds} s`);
      const last = pushed.at(-1);
      assert.deepEqual([last?.topic, last?._client, (last?.payload as Overview).tries], ['overview', { socketId: 'x' }, 12]);
      assert.equal(last?.pin, undefined);
    });

    it('sees no session, with which somebody could take a learner\'s place', async () => {
      await start();
      await join_('secret-session', { seat: 1, consent: true });
      await result({ session: 'secret-session', attempt: 'secret-attempt' });
      for (const topic of ['overview', 'csv']) {
        flow.send('n', { topic, pin: PIN, payload: 'all' });
        assert.doesNotMatch(JSON.stringify((await flow.next('teacher')).payload), /secret/);
      }
    });

    it('deletes everything with one message, and is told that it is gone', async () => {
      await start({ recordings: true });
      await join_('a', { seat: 1, consent: true });
      await learner({ ...scoredMessage({ session: 'a' }), recording: syntheticWav({ seconds: 1 }) });
      await result({ session: 'a' });
      const { topic, payload } = await teacher('delete');
      assert.deepEqual([topic, payload], ['deleted', { results: 2, recordings: 1, files: 2, left: 0 }]);
      assert.equal(((await flow.next('learner')) as Sent).topic, 'left');
      assert.deepEqual(readdirSync(folder()), ['class.jsonl']);
      assert.equal(readFileSync(join(folder(), 'class.jsonl'), 'utf8'), '');
      assert.deepEqual(await rows(), []);
      assert.equal((await join_('a', { seat: 2 })).topic, 'joined', 'the class goes on');
    });
  });

  it('tells that a line is damaged, and keeps all others', async () => {
    await start();
    await join_('a', { seat: 1 });
    await result({ session: 'a', points: 50 });
    await result({ session: 'a', points: 60 });
    await stopFlow();
    const file = join(folder(), 'class.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"points":50', '"points":99'));
    flow = await startFlow([CLASS], nodes({}), { userDir, credentials: { n: { pin: PIN } } });
    const warned: unknown[] = [];
    nodeOf('n').on('call:warn' as 'close', ((call: { args: unknown[] }) => warned.push(call.args[0])) as unknown as () => void);
    assert.deepEqual(await rows(), [['1', 1, 60]]);
    assert.match(String(warned[0]), /^1 lines in the file of the class class are damaged/);
  });

  it('says what is wrong with a topic, a second node of the same class, and a folder that it may not write', async function () {
    await start();
    assert.equal((await learner({ topic: 'hello' })).error.code, 'PRON_CLASS_TOPIC');
    await flow.deploy([...nodes({}), { id: 'm', type: 'pron-class', wires: [[], []] }]);
    flow.send('m', { topic: 'leave' });
    assert.equal((await flow.next(CAUGHT)).error.code, 'PRON_CLASS_IN_USE');
    writeFileSync(folder('file'), '');
    await flow.deploy(nodes({ className: 'file' }));
    const { error } = await learner({ topic: 'leave' });
    assert.equal(error.code, 'PRON_CLASS_STORE');
    await flow.deploy(nodes({ className: '../up' }));
    assert.equal((await learner({ topic: 'leave' })).error.code, 'PRON_BAD_SETTING');
  });
});
