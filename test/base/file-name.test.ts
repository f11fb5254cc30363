import assert from 'node:assert/strict';

import { fileName, isSameName } from '../../base/file-name';

describe('A text as the name of a file', () => {
  it('stays readable in any script', () => {
    for (const text of ['기차도 전기도 없었다', 'Ms Kim', 'それは何ですか', 'привет', 'Wie geht’s']) assert.equal(fileName(text, 50), text);
  });

  it('never leads anywhere, is never hidden, and is allowed on Windows', () => {
    for (const [text, name] of [
      ['../../etc/passwd', 'etc passwd'], ['..', '_'], ['.hidden', 'hidden'], ['C:\\x', 'C x'], ['What?', 'What'], ['a\u0000\u202eb\n', 'a b'],
      ['', '_'], ['con', '_con'], ['Aux.wav', '_Aux.wav'], ['COM1', '_COM1'], ['Console', 'Console'], ['end.', 'end'], ['\ud800x', 'x'],
    ] as const) assert.equal(fileName(text, 50), name, JSON.stringify(text));
  });

  it('is cut between letters, and fits into 255 bytes with an ending', () => {
    assert.equal(fileName('😀'.repeat(100), 50), '😀'.repeat(50));
    assert.equal(fileName('한국어', 2), '한국');
    assert.ok(Buffer.byteLength(`${fileName('😀'.repeat(100), 50)} - 99.wav.new`) <= 255);
  });

  it('is the same in the other form of its letters, and in capitals', () => {
    assert.ok(isSameName('김'.normalize('NFD'), '김') && isSameName('KIM', 'Kim') && !isSameName('Kim', 'Kin'));
    assert.equal(fileName('김'.normalize('NFD'), 10), '김');
  });
});
