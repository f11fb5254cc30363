import assert from 'node:assert/strict';

import { createMemo, memoise } from '../../base/memoise';

describe('A memo', () => {
  const make = (value: string, calls: string[]) => (): Promise<string> => {
    calls.push(value);
    return Promise.resolve(value);
  };

  it('makes a value once, also for two that ask at the same time', async () => {
    const memo = createMemo<string>({ most: 10 });
    const calls: string[] = [];
    const values = await Promise.all([memo('k', make('a', calls)), memo('k', make('b', calls))]);
    assert.deepEqual([...values, await memo('k', make('c', calls))], ['a', 'a', 'a']);
    assert.deepEqual(calls, ['a']);
  });

  it('drops what was used least recently, by number', async () => {
    const memo = createMemo<string>({ most: 2 });
    const calls: string[] = [];
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await memo(key, make(key, calls));
    assert.deepEqual(calls, ['a', 'b', 'c', 'b']);
  });

  it('drops by size, and does not keep what is too large by itself', async () => {
    const memo = createMemo<string>({ most: 10, bytes: { most: 5, of: (value) => value.length } });
    const calls: string[] = [];
    for (const value of ['aaa', 'bbb', 'bbb', 'aaa', 'cccccc', 'cccccc']) await memo(value, make(value, calls));
    assert.deepEqual(calls, ['aaa', 'bbb', 'aaa', 'cccccc', 'cccccc']);
  });

  it('does not keep a failure', async () => {
    const memo = createMemo<string>({ most: 10 });
    await assert.rejects(memo('k', () => Promise.reject(new Error('no'))), /no/);
    assert.equal(await memo('k', () => Promise.resolve('yes')), 'yes');
  });

  it('goes before a function of the key', async () => {
    const calls: string[] = [];
    const upper = memoise(2, (key) => make(key.toUpperCase(), calls)());
    assert.deepEqual([await upper('a'), await upper('a'), await upper('b')], ['A', 'A', 'B']);
    assert.deepEqual(calls, ['A', 'B']);
  });
});
