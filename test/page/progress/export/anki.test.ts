import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ankiArchive, DECK, deckText, type Note } from '../../../../page/src/progress/export/anki';
import { PYTHON } from '../../../support/python';
import { hasProgram, skipFor } from '../../../support/programs';

const WHEN = new Date(2026, 11, 2, 13, 14, 16);
const wav = Uint8Array.from({ length: 999 }, (_, i) => (i * i) % 256);

/** What Python's own reader finds in an archive: names, dates and bytes; it checks every CRC. */
function unzipped(archive: Uint8Array): Record<string, { readonly date: number[]; readonly bytes: Buffer }> {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  try {
    writeFileSync(join(folder, 'a.zip'), archive);
    const script = 'import zipfile, json, base64; z = zipfile.ZipFile("a.zip"); assert z.testzip() is None\n' +
      'print(json.dumps({i.filename: {"date": i.date_time, "bytes": base64.b64encode(z.read(i)).decode()} for i in z.infolist()}))';
    const told = JSON.parse(execFileSync(PYTHON, ['-c', script], { cwd: folder, encoding: 'utf8' })) as Record<string, { date: number[]; bytes: string }>;
    return Object.fromEntries(Object.entries(told).map(([name, { date, bytes }]) => [name, { date, bytes: Buffer.from(bytes, 'base64') }]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('A deck of flash cards for Anki', () => {
  const notes: readonly Note[] = [
    { language: 'ko', sentence: '날씨가 좋네요', pronunciation: '날씨가 존네요', translation: 'The weather is <lovely> & "warm"', audio: wav },
    { language: 'en', sentence: '#1\tTea,\nplease [sound:x.wav]' },
  ];

  it('has the header lines that Anki reads, and a row for each sentence', () => {
    assert.deepEqual(deckText(notes).split('\n'), [
      '#separator:tab', '#html:true', '#columns:Sentence\tPronunciation\tTranslation\tAudio',
      '날씨가 좋네요\t날씨가 존네요\tThe weather is &lt;lovely&gt; &amp; &quot;warm&quot;\t[sound:pronunciation-ko-날씨가-좋네요-a8801b68.wav]',
      '&#35;1 Tea, please &#91;sound:x.wav]\t\t\t',
      '',
    ]);
  });

  it('comes with its recordings, which other programs read', function () {
    if (!hasProgram('python3')) skipFor(this, 'needs python3');
    const files = unzipped(ankiArchive([...notes, ...notes], WHEN));
    assert.deepEqual(Object.keys(files), [DECK, 'pronunciation-ko-날씨가-좋네요-a8801b68.wav']);
    assert.deepEqual(files[DECK]?.date, [2026, 12, 2, 13, 14, 16]);
    assert.deepEqual(files['pronunciation-ko-날씨가-좋네요-a8801b68.wav']?.bytes, Buffer.from(wav));
    assert.equal(files[DECK]?.bytes.toString('utf8'), deckText([...notes, ...notes]));
  });

  it('gives each sentence and language a recording of its own, with a name that every system takes', () => {
    const names = (sentences: readonly (readonly [string, string])[]): string[] =>
      [...deckText(sentences.map(([language, sentence]) => ({ language, sentence, audio: wav }))).matchAll(/\[sound:(.*)\]/g)].map(([, name = '']) => name);
    const found = names([['ko', '물!'], ['ko', '물?'], ['en', '물!'], ['ko', '물 '.repeat(200)], ['ko', '../../x'], ['ko', 'a:b*c|d"e']]);
    assert.equal(new Set(found).size, 6);
    for (const name of found) assert.match(name, /^[\p{L}\p{N}-]{1,80}\.wav$/u);
  });
});
