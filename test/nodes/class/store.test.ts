import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { overviewOf } from '../../../nodes/class/overview';
import type { ResultRecord } from '../../../nodes/class/records';
import { createClassState } from '../../../nodes/class/state';
import { CLASS_FILE, openClass, RECORDINGS_FOLDER } from '../../../nodes/class/store';

const OPTIONS = { places: 'seats', seats: 50, awayMs: 60_000 } as const;

function result(id: number, more: Partial<ResultRecord> = {}): ResultRecord {
  return {
    kind: 'result', at: id, id, session: `s${id % 50}`, seat: String((id % 50) + 1), text: `sentence ${id % 40}`, verdict: 'scored', points: id % 101,
    words: Array.from({ length: 6 }, (_, i) => [`word ${(id + i) % 200}`, (id * 7 + i) % 101]), syllables: [], sounds: [['a', id % 101, 2]], hints: [], ...more,
  };
}

describe('The store of a class', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pron-store-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('answers with the overview of 50 learners and 10,000 results in under 20 ms', () => {
    const state = createClassState(OPTIONS);
    for (let i = 0; i < 50; i++) state.apply({ kind: 'join', at: 0, session: `s${i}`, seat: String(i + 1), consent: false });
    for (let id = 1; id <= 10_000; id++) state.apply(result(id));
    const times = Array.from({ length: 21 }, () => {
      const start = performance.now();
      const { tries, seats } = overviewOf(state, 1000, true);
      assert.deepEqual([tries, seats.length], [10_000, 50]);
      return performance.now() - start;
    }).sort((one, other) => one - other);
    assert.ok((times[10] ?? Infinity) < 20, `${times[10]} ms`);
  });

  it('shows the best of a seat in the colour of its tier', () => {
    const state = createClassState(OPTIONS);
    const scored = (id: number, points: number, colour: string): void => state.apply(result(id, { session: 'a', seat: '1', text: 'one', points, colour }));
    const cell = (): unknown => overviewOf(state, 0, true).seats[0]?.cells.map((one) => [one?.best, one?.colour]);
    scored(1, 72, 'yellow');
    scored(2, 40, 'red');
    assert.deepEqual(cell(), [[72, 'yellow']]);
    scored(3, 88, 'green');
    assert.deepEqual(cell(), [[88, 'green']]);
  });

  it('counts no more different texts than it has room for, and still every try', () => {
    const state = createClassState(OPTIONS);
    for (let id = 1; id <= 5000; id++) state.apply(result(id, { session: 'a', seat: '1', text: `text ${id}`, words: [[`w${id}`, 0]] }));
    const seen = overviewOf(state, 0, true);
    assert.deepEqual([seen.tries, seen.sentences.length, seen.seats[0]?.tries], [5000, 300, 300]);
  });

  it('names as hard what is hard for many, not what went wrong once', () => {
    const state = createClassState(OPTIONS);
    for (let id = 1; id <= 20; id++) state.apply(result(id, { words: [['Hard,', 40], ['easy', 90]] }));
    state.apply(result(21, { words: [['once', 30]] }));
    state.apply(result(22, { points: null, words: [['refused', 0]] }));
    assert.deepEqual(overviewOf(state, 0, true).words.map(({ text, tries }) => [text, tries]), [['hard', 20], ['once', 1], ['easy', 20]]);
  });

  it('writes its file anew where most of it no longer matters, and nothing is lost or taken back', async () => {
    const store = await openClass(folder, { ...OPTIONS, maxSuperseded: 20 });
    await store.keep({ kind: 'start', at: 5, title: 'now', sentences: ['x'] });
    await store.keep({ kind: 'join', at: 6, session: 'b', seat: '3', consent: false });
    await store.keep(result(1, { exercise: { title: 'now', at: 5 } }));
    const going: Promise<void>[] = [];
    for (let i = 0; i < 60; i++) {
      going.push(store.keep({ kind: 'join', at: 7 + i, session: 'a', seat: String(1 + (i % 2)), consent: false }));
      going.push(store.keep(result(2 + i, { session: 'a', seat: String(1 + (i % 2)), exercise: { title: 'now', at: 5 } })));
    }
    await Promise.all(going);
    await store.keep({ kind: 'end', at: 99 });
    const before = overviewOf(store.state(), 0, false);
    await store.close();
    const lines = readFileSync(join(folder, CLASS_FILE), 'utf8').split('\n');
    assert.ok(lines.filter((line) => line.includes('"join"')).length < 60, 'the file is shorter');
    const again = await openClass(folder, OPTIONS);
    assert.deepEqual(overviewOf(again.state(), 0, false), before);
    assert.equal(again.dropped(), 0);
    assert.equal((await again.results()).length, 61);
    assert.deepEqual(['a', 'b'].map((session) => again.state().seating.of(session)?.seat), ['2', '3']);
    assert.equal(again.state().seating.seatOf('a', '1'), '1', 'a seat that the session had');
    await again.close();
  });

  it('forgets what the disk has refused, tells so, and goes on when there is room again', async () => {
    const store = await openClass(folder, OPTIONS);
    await store.keep(result(1));
    const prototype = await prototypeOfFiles();
    const write = Object.getOwnPropertyDescriptor(prototype, 'write') as PropertyDescriptor;
    prototype.write = (() => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })));
    try {
      const refused = await Promise.allSettled([store.keep(result(2)), store.keep({ kind: 'join', at: 1, session: 'a', seat: '1', consent: false })]);
      assert.deepEqual(refused.map(({ status }) => status), ['rejected', 'rejected']);
    } finally {
      Object.defineProperty(prototype, 'write', write);
    }
    await store.keep(result(3));
    assert.deepEqual([store.state().total.results(), store.state().seating.of('a')], [2, undefined]);
    assert.deepEqual((await store.results()).map(({ id }) => id), [1, 3]);
    await store.close();
  });

  it('removes recordings that no result names, and no other file', async () => {
    mkdirSync(join(folder, RECORDINGS_FOLDER));
    const file = (name: string): string => join(folder, RECORDINGS_FOLDER, name);
    for (const name of ['2026-12-02 10.00.00 - 1 - a - 1.wav', '2026-12-02 10.00.00 - 1 - b - 2.wav', '2026-12-02 10.00.00 - 1 - c - 3.wav.new', 'mine.wav']) writeFileSync(file(name), '');
    const store = await openClass(folder, OPTIONS);
    await store.close();
    assert.deepEqual(['1 - a - 1.wav', '1 - b - 2.wav', '1 - c - 3.wav.new'].map((name) => exists(file(`2026-12-02 10.00.00 - ${name}`))), [false, false, false]);
    assert.ok(exists(file('mine.wav')));
  });
});

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

async function prototypeOfFiles(): Promise<FileHandle> {
  const file = await open(__filename, 'r');
  await file.close();
  return Object.getPrototypeOf(file) as FileHandle;
}
