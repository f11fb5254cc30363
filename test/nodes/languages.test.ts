import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { packageRoot } from '../../base/package-root';
import { keysOf, translator, type Catalogue } from '../support/catalogue';

const read = (file: string): Catalogue => JSON.parse(readFileSync(file, 'utf8')) as Catalogue;

describe('A further language', () => {
  let folder: string;
  const locale = (...path: string[]): string => join(folder, 'locales', 'de', ...path);
  const built = (...path: string[]): string => join(folder, 'built', 'de', ...path);

  /** Puts the languages and one more, which begins as a copy of the English one, where Node-RED would read them. */
  async function build(translate: () => void): Promise<void> {
    cpSync(join(packageRoot(), 'locales'), join(folder, 'locales'), { recursive: true });
    cpSync(join(folder, 'locales', 'en-US'), locale(), { recursive: true });
    translate();
    const { writeCatalogues } = await import('../../tools/lib/catalogues.mjs');
    for (const type of ['pron-vad', 'pron-mel']) writeCatalogues(join(folder, 'locales'), type, join(folder, 'built'));
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pron-languages-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is a folder: the build takes its labels, errors, phrases and help texts', async () => {
    await build(() => {
      for (const [file, from, to] of [
        ['pron-vad.json', 'looking for speech', 'sucht Sprache'],
        ['errors.json', '"not a WAV"', '"kein WAV"'],
        ['phrases.json', '"an array"', '"eine Liste"'],
        ['shared.json', 'must be true or false', 'muss wahr oder falsch sein'],
        ['pron-vad.html', '<h3>Inputs</h3>', '<h3>Eingang</h3>'],
      ] as const) {
        const text = readFileSync(locale(file), 'utf8');
        assert.ok(text.includes(from), `${file} says ${from}`);
        writeFileSync(locale(file), text.replace(from, to));
      }
    });
    const text = translator(read(built('pron-vad.json')));
    assert.equal(text('status.working'), 'sucht Sprache');
    assert.equal(text('errors.PRON_NOT_AUDIO.status'), 'kein WAV');
    assert.equal(text('phrases.anArray'), 'eine Liste');
    assert.match(text('validate.flag', { label: 'X' }), /^X muss wahr/);
    assert.match(readFileSync(built('pron-vad.html'), 'utf8'), /Eingang/);
    assert.deepEqual(keysOf(read(built('pron-vad.json'))), keysOf(read(join(folder, 'built', 'ko', 'pron-vad.json'))));
  });

  it('may begin with one node: Node-RED takes the rest from English', async () => {
    await build(() => {
      for (const file of ['shared.json', 'errors.json', 'phrases.json', 'pron-mel.json']) rmSync(locale(file));
    });
    assert.equal(existsSync(built('pron-mel.json')), false);
    assert.equal(translator(read(built('pron-vad.json')))('status.working'), 'looking for speech');
  });
});
