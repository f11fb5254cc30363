import assert from 'node:assert/strict';
import { decodeText } from '../../base/decode-text';

/** Kind, encoding, text, and its bytes in hexadecimal. */
const LEGACY = [
  ['Korean in CP949', 'CP949', '저는 내일 친구와 함께 도서관에 갑니다', 'c0fab4c220b3bbc0cf20c4a3b1b8bfcd20c7d4b2b220b5b5bcadb0fcbfa120b0a9b4cfb4d9'],
  ['one Korean syllable in CP949', 'CP949', '뿔', 'bbd4'],
  ['Korean with hanja in CP949', 'CP949', '학교(學校)에 가요', 'c7d0b1b328f9cacee829bfa120b0a1bfe4'],
  ['French in Windows-1252', 'Windows-1252', 'l’été où « œuvre » créée', '6c92e974e9206ff920ab209c7576726520bb206372e9e965'],
  ['German in Windows-1252', 'Windows-1252', 'Die Straße ist schön, Grüße', '4469652053747261df652069737420736368f66e2c204772fcdf65'],
  ['Spanish in Windows-1252', 'Windows-1252', '¿Cómo está usted, señor?', 'bf43f36d6f20657374e12075737465642c207365f16f723f'],
  ['Danish in Windows-1252', 'Windows-1252', 'Jeg spiser rødgrød på øen', '4a6567207370697365722072f8646772f8642070e520f8656e'],
  ['an English apostrophe in Windows-1252', 'Windows-1252', 'I don’t know', '4920646f6e9274206b6e6f77'],
] as const;

/** Bytes that another encoding would turn into wrong text. */
const UNSURE = [
  ['Chinese in GBK', 'bdf1ccecccecc6f8badcbac3'],
  ['two Chinese letters in GBK', 'c4e3bac3'],
  ['Chinese in Big5', 'c1c2c1c2a741adcc'],
  ['Japanese in Shift JIS', '82b182f182c982bf82cd81418da193fa82cd'],
  ['Japanese in EUC', 'c6fccbdca4cec5b7b5a4'],
  ['Russian in Windows-1251', 'cff0e8e2e5f22c20eae0ea20e4e5ebe0'],
  ['a short Russian word', 'e4e0'],
  ['Polish in Windows-1250', '447a6965f120646f6272792c20636f9c'],
  ['Czech in Windows-1250', '6de16d20f865e8'],
  ['Hungarian in Windows-1250', '6af320657374e9742c20f5737a69'],
  ['Thai', 'cac7d1cab4d5a4c3d1ba'],
  ['Korean in Johab', 'b8e1936520d062ac97'],
  ['French of an old Mac', '82612076612074728f73206269656e2c2088206269656e749974'],
  ['German of an old Mac', '4469652053747261a76520697374207363689a6e'],
  ['French of MS-DOS', '74728a73206269656e'],
  ['UTF-32', 'fffe000000c8000094b20000'],
  ['text with NUL bytes', '6c6561726e6572097465787400000a616263'],
  ['words that NUL bytes separate', '6c6561726e657200746578740061676500'],
] as const;

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('A text file that a person has saved', () => {
  const korean = '[ko]\n저는 학생입니다\n';

  for (const [what, bytes] of [
    ['UTF-8', Buffer.from(korean)],
    ['UTF-8 with a byte-order mark', Buffer.from(`\uFEFF${korean}`)],
    ['UTF-8 with the line ends of Windows', Buffer.from(korean.replaceAll('\n', '\r\n'))],
    ['UTF-8 with the line ends of an old Mac', Buffer.from(korean.replaceAll('\n', '\r'))],
    ['UTF-8 with decomposed letters', Buffer.from(korean.normalize('NFD'))],
    ['UTF-8 with the end mark of DOS', Buffer.from(`${korean}\u001A`)],
    ['UTF-16, little-endian', Buffer.from(`\uFEFF${korean}`, 'utf16le')],
    ['UTF-16, big-endian', swapped(`\uFEFF${korean}`)],
    ['UTF-16 without a mark, little-endian', Buffer.from(korean, 'utf16le')],
    ['UTF-16 without a mark, big-endian', swapped(korean)],
  ] as const) {
    it(`is read from ${what}`, () => {
      const decoded = decodeText(bytes);
      assert.equal('text' in decoded ? decoded.text : decoded.fault, korean);
    });
  }

  it('is read from UTF-16 without a mark where half of its letters end in a zero byte', () => {
    const text = '[ko]\n가가가 가 가각\n';
    for (const bytes of [Buffer.from(text, 'utf16le'), swapped(text)]) assert.deepEqual(decodeText(bytes), { text, encoding: 'UTF-16' });
  });

  for (const [what, encoding, text, hex] of LEGACY) {
    it(`is read: ${what}`, () => assert.deepEqual(decodeText(Buffer.from(hex, 'hex')), { text, encoding }));
  }

  for (const [what, hex] of UNSURE) {
    it(`is never guessed at: ${what}`, () => {
      for (const header of ['', 'learner\ttext\n']) {
        const bytes = Buffer.concat([Buffer.from(what === 'UTF-32' ? '' : header), Buffer.from(hex, 'hex')]);
        assert.deepEqual(decodeText(bytes), { fault: 'encoding' });
      }
    });
  }

  it('is told from a spreadsheet, a PDF and a document of a word processor', () => {
    for (const head of ['PK\x03\x04\x14\x00', '\xd0\xcf\x11\xe0\xa1\xb1', '%PDF-1.7', '{\\rtf1\\ansi', 'bplist00']) {
      assert.deepEqual(decodeText(Buffer.from(`${head} and more`, 'latin1')), { fault: 'document' });
    }
  });

  it('is refused where an earlier program has lost letters', () => {
    assert.deepEqual(decodeText(Buffer.from('[ko]\n\uFFFD\uFFFD\uFFFD\n')), { fault: 'lost' });
  });

  it('may be empty', () => {
    assert.deepEqual(decodeText(Buffer.alloc(0)), { text: '', encoding: 'UTF-8' });
  });
});
