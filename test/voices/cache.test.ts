import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheKey } from '../../voices';

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
