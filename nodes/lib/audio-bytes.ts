import { types } from 'node:util';

import { describe } from '../../base/describe';
import { PronError } from '../../base/errors';
import { MAX_WAV_BYTES } from '../../pipeline/wav';

/**
 * The bytes of a file, in any form that other nodes and systems use: Buffer, ArrayBuffer, DataView or a typed array of bytes
 * (not copied); the JSON form of those; base64 as text or data URL; hexadecimal or binary text. Undefined for anything else.
 * A text or a list of numbers is accepted only if it begins like a sound file.
 *
 * `instanceof` is not used, because it fails for objects from a function node, which come from another realm.
 */
export function bytesOf(value: unknown): Buffer | undefined {
  if (typeof value === 'string') return bytesOfText(value);
  if (typeof value !== 'object' || value === null) return undefined;
  if (types.isAnyArrayBuffer(value)) return Buffer.from(value);
  if (ArrayBuffer.isView(value)) return bytesOfView(value);
  if (Array.isArray(value)) return bytesOfList(value);
  const { type, data } = value as { readonly type?: unknown; readonly data?: unknown };
  if (type === 'Buffer') return typeof data === 'string' ? bytesOfText(data) : bytesOfList(data);
  return isNumbered(value) ? bytesOfList(Object.values(value)) : undefined;
}

/** The error for a payload in which `bytesOf` finds no file: PRON_AUDIO_SAMPLES, PRON_AUDIO_AS_TEXT or PRON_NOT_AUDIO. */
export function noFile(value: unknown): PronError {
  if (ArrayBuffer.isView(value)) {
    // "[object Float32Array]" also for an array from another realm.
    return new PronError('PRON_AUDIO_SAMPLES', { type: Object.prototype.toString.call(value).slice(8, -1) });
  }
  // Decoding as UTF-8 may have reduced the four bytes of the length to fewer characters.
  if (typeof value === 'string' && /^(RIFF|RIFX|RF64|BW64)[^]{1,4}WAVE/.test(value)) return new PronError('PRON_AUDIO_AS_TEXT');
  return new PronError('PRON_NOT_AUDIO', { found: describe(value) });
}

/** First bytes of the file formats that the WAV reader can read, or can name in its error. */
const STARTS = ['RIFF', 'RIFX', 'RF64', 'BW64', 'ID3', 'OggS', 'fLaC', '\x1aE\xdf\xa3'];
/** Characters of base64 that are enough for the start of a file, even with line breaks among them. */
const HEAD = 64;

function beginsFile(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 12);
  return STARTS.some((start) => head.startsWith(start)) || head.startsWith('ftyp', 4);
}

/** The bytes of a view, unless it holds raw samples: those have more than one byte each and do not begin like a file. */
function bytesOfView(view: ArrayBufferView): Buffer | undefined {
  const bytes = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const isOfBytes = types.isUint8Array(view) || types.isInt8Array(view) || types.isUint8ClampedArray(view) || types.isDataView(view);
  return isOfBytes || beginsFile(bytes) ? bytes : undefined;
}

function bytesOfText(text: string): Buffer | undefined {
  const [url] = /^\s*data:[^,]{0,200};base64,/i.exec(text.slice(0, 300)) ?? [];
  if (url !== undefined) return Buffer.from(text.slice(url.length), 'base64');
  if (beginsFile(Buffer.from(text.slice(0, HEAD).trimStart(), 'base64'))) return Buffer.from(text, 'base64');
  if (beginsFile(Buffer.from(text.slice(0, HEAD).trimStart(), 'hex'))) return Buffer.from(text.replace(/\s/g, ''), 'hex');
  // One character for each byte, as the encoding "binary" makes it. A file that was read as UTF-8 is damaged and does not match.
  const isBinary = /^(RIFF|RIFX|RF64|BW64)[^]{4}WAVE[\0-\xff]*$/.test(text);
  return isBinary ? Buffer.from(text, 'latin1') : undefined;
}

function bytesOfList(list: unknown): Buffer | undefined {
  if (!Array.isArray(list) || list.length > MAX_WAV_BYTES || !beginsFile(Buffer.from(list.slice(0, HEAD).map(Number)))) return undefined;
  const bytes = Buffer.allocUnsafe(list.length);
  for (let i = 0; i < bytes.length; i++) {
    const byte: unknown = list[i];
    if (typeof byte !== 'number') return undefined;
    bytes[i] = byte; // wraps, so signed bytes work too
  }
  return bytes;
}

/** Whether this is the JSON form of a typed array: an object with the keys 0, 1, 2 and so on. */
function isNumbered(value: object): boolean {
  return '0' in value && '1' in value && !('length' in value);
}
