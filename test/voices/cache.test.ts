import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheKey, createSpeechCache } from '../../voices';
import { createQueue } from '../../voices/queue';

describe('createSpeechCache', () => {
  const make = (value: string, calls: string[]) => (): Promise<string> => {
    calls.push(value);
    return Promise.resolve(value);
  };

  it('makes a value once, also for two that ask at the same time', async () => {
    const cache = createSpeechCache<string>((value) => value.length);
    const calls: string[] = [];
    const values = await Promise.all([cache.get('k', make('a', calls)), cache.get('k', make('b', calls))]);
    assert.deepEqual([...values, await cache.get('k', make('c', calls))], ['a', 'a', 'a']);
    assert.deepEqual(calls, ['a']);
  });

  it('drops what was used least recently, by number', async () => {
    const cache = createSpeechCache<string>((value) => value.length, { entries: 2, bytes: 100 });
    const calls: string[] = [];
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get(key, make(key, calls));
    assert.deepEqual(calls, ['a', 'b', 'c', 'b']);
    assert.equal(cache.size(), 2);
  });

  it('drops by size, and does not keep what is too large by itself', async () => {
    const cache = createSpeechCache<string>((value) => value.length, { entries: 10, bytes: 5 });
    const calls: string[] = [];
    await cache.get('a', make('aaa', calls));
    await cache.get('b', make('bbb', calls));
    assert.equal(cache.size(), 1);
    await cache.get('c', make('cccccc', calls));
    assert.equal(cache.size(), 0);
  });

  it('does not keep failures', async () => {
    const cache = createSpeechCache<string>((value) => value.length);
    await assert.rejects(cache.get('k', () => Promise.reject(new Error('no'))), /no/);
    assert.equal(await cache.get('k', () => Promise.resolve('yes')), 'yes');
  });
});

describe('cacheKey', () => {
  const request = { engine: 'espeak-ng', text: 'hello', language: 'en' } as const;

  it('differs by whatever changes the sound', async () => {
    const variants = [{}, { engine: 'built-in' }, { text: 'Hello' }, { language: 'en-GB' }, { voice: '+f3' }, { rate: 176 }, { pitch: 51 }];
    const keys = await Promise.all(variants.map((variant) => cacheKey({ ...request, ...variant } as typeof request)));
    assert.equal(new Set(keys).size, variants.length);
    assert.equal(await cacheKey({ ...request, rate: 175, pitch: 50 }), keys[0]);
  });

  it('differs by the modification time of a recording', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pronunciation-'));
    const file = join(folder, 'teacher.wav');
    writeFileSync(file, 'x');
    const recording = { engine: 'recording', text: '', language: 'ko', file } as const;
    const before = await cacheKey(recording);
    utimesSync(file, 1, 1);
    assert.notEqual(await cacheKey(recording), before);
    rmSync(folder, { recursive: true });
  });
});

describe('createQueue', () => {
  it('runs a few at a time, in order, and refuses when too many wait', async () => {
    const enqueue = createQueue(1, 2);
    const order: number[] = [];
    const task = (number: number) => async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push(number);
    };
    const all = [1, 2, 3].map((number) => enqueue(task(number)));
    await assert.rejects(enqueue(task(4)), { code: 'PRON_BUSY' });
    await Promise.all(all);
    await enqueue(task(5));
    assert.deepEqual(order, [1, 2, 3, 5]);
  });

  it('goes on after a task that failed', async () => {
    const enqueue = createQueue(1, 2);
    await assert.rejects(enqueue(() => Promise.reject(new Error('no'))));
    assert.equal(await enqueue(() => Promise.resolve(1)), 1);
  });
});
