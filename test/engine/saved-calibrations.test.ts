import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCalibration } from '../../models/calibrations';
import { findModel } from '../../models/store';
import { calibrationOf } from '../support/calibrations';

describe('A calibration or manifest that an editor has saved again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pron-saved-'));
  const path = join(folder, 'kim.json');
  after(() => rmSync(folder, { recursive: true }));

  it('is read from UTF-16 as from UTF-8, with a byte-order mark or without', async () => {
    const text = JSON.stringify(await calibrationOf('default', []), null, 2).replaceAll('\n', '\r\n');
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, 'utf16le'), Buffer.from(text, 'utf16le')]) {
      writeFileSync(path, bytes);
      assert.equal((await readCalibration(path)).model, 'default');
    }
  });

  it('says what to do where its encoding can\'t be told', async () => {
    writeFileSync(path, Buffer.from('{"model": "\xc4\xe3\xba\xc3"}', 'latin1'));
    await assert.rejects(readCalibration(path), { code: 'PRON_CALIBRATION_BROKEN', message: /its encoding can't be told for sure; save it as UTF-8/ });
    await assert.rejects(findModel('kim', [folder]), { code: 'PRON_MODEL_BROKEN', message: /kim\.json can't be read \(its encoding can't be told for sure; save it as UTF-8\)/ });
  });
});
