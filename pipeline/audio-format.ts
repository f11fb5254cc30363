import { phrase, type Phrase } from '../base/errors';

/** Bytes at a place of a file that tell its format: latin1, compared as they are. */
interface Signature {
  readonly found: Phrase;
  readonly at: number;
  readonly text: string;
}

/** The first that fits counts. Sources: the formats' specifications, and `file`'s magic numbers. */
const SIGNATURES: readonly Signature[] = [
  { found: phrase('flacFile'), at: 0, text: 'fLaC' },
  { found: phrase('opusFile'), at: 28, text: 'OpusHead' },
  { found: phrase('oggFile'), at: 0, text: 'OggS' },
  { found: phrase('mp4File'), at: 4, text: 'ftyp' },
  { found: phrase('aiffFile'), at: 8, text: 'AIFF' },
  { found: phrase('aiffFile'), at: 8, text: 'AIFC' },
  { found: phrase('cafFile'), at: 0, text: 'caff' },
  { found: phrase('amrFile'), at: 0, text: '#!AMR' },
  { found: phrase('wmaFile'), at: 0, text: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' },
  { found: phrase('auFile'), at: 0, text: '.snd' },
  { found: phrase('wave64File'), at: 0, text: 'riff\x2e\x91\xcf\x11' },
  { found: phrase('zipFile'), at: 0, text: 'PK\x03\x04' },
  { found: phrase('mp3File'), at: 0, text: 'ID3' },
  { found: phrase('aacFile'), at: 0, text: 'ADIF' },
];
const EBML = '\x1a\x45\xdf\xa3';
/** The type of an EBML document stands in its header. */
const EBML_HEADER_BYTES = 64;

const isPrintable = (byte: number): boolean => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** Names what a buffer that is no WAV seems to hold, by its first bytes. */
export function describeBytes(bytes: Uint8Array): Phrase {
  if (bytes.length === 0) return phrase('emptyBuffer');
  const head = Buffer.from(bytes.subarray(0, EBML_HEADER_BYTES));
  const start = head.toString('latin1');
  const signature = SIGNATURES.find(({ at, text }) => start.startsWith(text, at));
  if (signature !== undefined) return signature.found;
  if (start.startsWith(EBML)) return start.includes('webm') ? phrase('webmFile') : phrase('matroskaFile');
  if (start.startsWith('RIFF') && bytes.length >= 12) return phrase('riffFile', { type: start.slice(8, 12).trim() });
  const frame = mpegFrame(head);
  if (frame !== undefined) return frame;
  if (head.every(isPrintable)) return phrase('textBytes', { text: head.toString('utf8').trim().slice(0, 20) });
  return phrase('otherBytes', { bytes: bytes.length });
}

/** Both begin with 12 set bits; the layer is 0 in AAC (ADTS), and never in MP3. */
function mpegFrame(head: Buffer): Phrase | undefined {
  const [first = 0, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return undefined;
  if ((second & 0xf6) === 0xf0) return phrase('aacFile');
  return (second & 0x06) === 0x02 ? phrase('mp3File') : undefined;
}
