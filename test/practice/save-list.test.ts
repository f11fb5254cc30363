import assert from 'node:assert/strict';
import * as crypto from 'node:crypto';
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os, { tmpdir } from 'node:os';
import paths, { join } from 'node:path';
import util from 'node:util';
import { runInNewContext } from 'node:vm';
import { fnv1a } from '../../base/fnv';
import { editingOf, refusalOf } from '../../practice/station/editing';
import { NO_GUESSES } from '../../base/guesses';
import { changedList } from '../../practice/station/changed-list';
import { saveListCode } from '../../practice/station/parts/sentences';

const OLD = '# Class 2\n[ko]\n안녕하세요\n[en]\nHello\n';
const SENTENCES = { ko: [{ text: '안녕하세요', translation: 'Hello' }, { text: '깻잎 [깬닙]을 주세요', lesson: '2과' }], en: [] };

describe('The list that a teacher saves on the practice page', () => {
  let folder: string;
  let file: string;
  let store: Map<string, unknown>;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pron-list-'));
    file = join(folder, 'list.txt');
    store = new Map();
    writeFileSync(file, OLD);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const save = (more: object = {}, { ip = '127.0.0.1', env = {}, files = fs }: { ip?: string; env?: Readonly<Record<string, string>>; files?: object } = {}) => {
    const variables: Readonly<Record<string, string>> = { PRONUNCIATION_SENTENCES: file, ...env };
    const sandbox = {
      msg: { payload: { sentences: SENTENCES, version: fnv1a(readFileSync(file)), ...more }, pronunciation: { session: 's', attempt: 'a' }, _client: { socketIp: ip } },
      util, Buffer, crypto, fs: files, os, paths, env: { get: (name: string) => variables[name] }, flow: { get: (key: string) => store.get(key), set: (key: string, value: unknown) => void store.set(key, value) },
    };
    const [told, list] = runInNewContext(`(() => {${saveListCode()}\n})()`, sandbox) as [{ readonly payload: { readonly kind: string } }, { readonly payload: Buffer } | null];
    return { told: JSON.parse(JSON.stringify(told.payload)) as Record<string, unknown>, list: list?.payload.toString() };
  };
  const isUntouched = (): void => {
    assert.equal(readFileSync(file, 'utf8'), OLD);
    assert.deepEqual(readdirSync(folder), ['list.txt']);
  };

  it('is written with its remarks, read back for every page, and the one before it is kept', () => {
    const { told, list } = save();
    const written = '# Class 2\n[ko]\n안녕하세요 = Hello\n## 2과\n깻잎 [깬닙]을 주세요\n[en]\n';
    assert.equal(readFileSync(file, 'utf8'), written);
    assert.equal(list, written);
    assert.deepEqual(told, { kind: 'saved', version: fnv1a(Buffer.from(written)) });
    assert.equal(readFileSync(`${file}.old`, 'utf8'), OLD);
    assert.deepEqual(readdirSync(folder).sort(), ['list.txt', 'list.txt.old']);
  });

  it('is refused whole where a sentence is none, or nothing is left', () => {
    for (const [sentences, told] of [
      [{ ko: [{ text: '안녕하세요' }, { text: '?!' }] }, { kind: 'sentence', text: '?!' }],
      [{ ko: [{ text: '# 안녕' }] }, { kind: 'sentence', text: '# 안녕' }],
      [{ ko: [{ text: 5 }] }, { kind: 'sentence', text: '' }],
      [{ ko: 'x' }, { kind: 'sentence', text: 'ko' }],
      [{ klingonese: [{ text: 'nuqneH' }] }, { kind: 'sentence', text: 'klingonese' }],
      [{ ko: [{ text: 'x'.repeat(2001) }] }, { kind: 'sentence', text: 'x'.repeat(60) }],
      [{ ko: [] }, { kind: 'empty' }], [undefined, { kind: 'empty' }], [[], { kind: 'empty' }],
    ] as const) assert.deepEqual(save({ sentences }).told, told);
    isUntouched();
  });

  it('does not replace a list that somebody else has changed meanwhile, unless the teacher has seen that', () => {
    const { told } = save({ version: 'another' });
    assert.deepEqual(told, { kind: 'changed', version: fnv1a(Buffer.from(OLD)) });
    isUntouched();
    assert.equal(save({ version: told.version }).told.kind, 'saved');
  });

  it('does not replace a list whose letters can\'t be read', () => {
    writeFileSync(file, Buffer.from('c4e3bac3', 'hex'));
    assert.deepEqual(save().told, { kind: 'encoding' });
    assert.equal(readFileSync(file).toString('hex'), 'c4e3bac3');
  });

  it('leaves the old list where the disk is full', () => {
    const files = { ...fs, writeFileSync: () => { throw new Error('ENOSPC: no space left on device, write'); } };
    assert.deepEqual(save({}, { files }).told, { kind: 'failed', text: 'no space left on device' });
    assert.equal(readFileSync(file, 'utf8'), OLD);
  });

  it('survives a power cut: what was written is on the disk before it gets its name, and the name before it is told', () => {
    const names = new Map<number, string>();
    const done: string[] = [];
    const files = {
      ...fs,
      openSync: (name: string, flags: string, mode?: number) => {
        const opened = fs.openSync(name, flags, mode);
        names.set(opened, name.replace(folder, ''));
        return opened;
      },
      fsyncSync: (opened: number) => {
        done.push(`sync ${names.get(opened) ?? ''}`);
        fs.fsyncSync(opened);
      },
      renameSync: (from: string, to: string) => {
        done.push(`rename ${to.replace(folder, '')}`);
        fs.renameSync(from, to);
      },
    };
    assert.equal(save({}, { files }).told.kind, 'saved');
    assert.deepEqual(done, ['sync /list.txt.new', 'sync /list.txt.old.new', 'rename /list.txt.old', 'rename /list.txt', 'sync ']);
  });

  it('is begun where it is not there, and a link to it stays one', () => {
    const own = file;
    file = join(folder, 'link.txt');
    symlinkSync(own, file);
    assert.equal(save().told.kind, 'saved');
    assert.ok(fs.lstatSync(file).isSymbolicLink() && readFileSync(own, 'utf8').includes('깻잎'));
    const fresh = join(folder, 'fresh.txt');
    assert.equal(save({ version: fnv1a(new Uint8Array()) }, { env: { PRONUNCIATION_SENTENCES: fresh } }).told.kind, 'saved');
    assert.match(readFileSync(fresh, 'utf8'), /깻잎/);
  });

  it('is the teacher\'s: with a PIN from everywhere, without one on this machine alone', () => {
    const pin = { PRONUNCIATION_PIN: '482915' };
    assert.deepEqual(save({}, { ip: '192.168.0.7' }).told, { kind: 'closed' });
    assert.deepEqual(save({}, { env: { PRONUNCIATION_PASSED_ON: '1' } }).told, { kind: 'closed' });
    for (const wrong of [undefined, '', '111111']) assert.deepEqual(save({ pin: wrong }, { env: pin }).told, { kind: 'pin' });
    assert.deepEqual(save({ pin: '482915' }, { env: pin }).told, { kind: 'wait', seconds: 1 });
    isUntouched();
    store.clear();
    assert.equal(save({ pin: '482915' }, { env: pin, ip: '192.168.0.7' }).told.kind, 'saved');
  });
});

describe('Who may change the list', () => {
  const visitor = (more: object = {}) => ({ pin: '', ip: '::1', isPassedOn: false, ...more });
  it('is told to a page before it tries', () => {
    assert.deepEqual([{}, { ip: '10.0.0.2' }, { ip: undefined }, { isPassedOn: true }, { pin: '1' }, { pin: '1', ip: '10.0.0.2' }].map((one) => editingOf(visitor(one))),
      ['open', 'closed', 'closed', 'closed', 'pin', 'pin']);
  });
  it('waits longer after each wrong PIN, and takes the right one afterwards', () => {
    const one = visitor({ pin: '1' });
    let guesses = NO_GUESSES;
    for (let i = 0; i < 5; i++) guesses = refusalOf(one, '2', guesses, 100_000 * i).guesses;
    assert.deepEqual(refusalOf(one, '1', guesses, 401_000).refusal, { kind: 'wait', seconds: 3 });
    assert.equal(refusalOf(one, '1', guesses, 404_000).refusal, undefined);
  });
});

describe('A list with other sentences', () => {
  it('keeps what the page knows nothing of', () => assert.deepEqual(changedList('[klingonese]\nnuqneH\n', { ko: [{ text: '물' }] }), { text: '[ko]\n물\n[klingonese]\nnuqneH\n' }));
});
