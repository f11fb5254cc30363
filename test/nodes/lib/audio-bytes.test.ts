import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';

import { bytesOf, noFile } from '../../../nodes/lib/audio-bytes';
import { syntheticWav } from '../../support/synthetic-speech';

const WAV = syntheticWav({ seconds: 0.3 });
const BYTES = new Uint8Array(WAV);
const BASE64 = WAV.toString('base64');
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
/** As a function node has it: of another realm. */
const elsewhere = (code: string): unknown => runInNewContext(code, { list: [...BYTES] });

const FORMS: Readonly<Record<string, unknown>> = {
  'a Buffer': WAV,
  'a Buffer that went through JSON': json(WAV),
  'a Buffer that went through JSON, its data as base64': { type: 'Buffer', data: BASE64 },
  'a Uint8Array': BYTES,
  'a Uint8Array that is a part of a larger one': new Uint8Array([1, 2, ...BYTES, 3]).subarray(2, BYTES.length + 2),
  'a Uint8Array that went through JSON': json(BYTES),
  'a Uint8Array of a function node': elsewhere('new Uint8Array(list)'),
  'an ArrayBuffer': BYTES.buffer,
  'an ArrayBuffer of a function node': elsewhere('new Uint8Array(list).buffer'),
  'a DataView': new DataView(BYTES.buffer),
  'an Int8Array': new Int8Array(BYTES.buffer),
  'an Int8Array that went through JSON': json(new Int8Array(BYTES.buffer)),
  'a Uint8ClampedArray': new Uint8ClampedArray(BYTES.buffer),
  'an Int16Array over the file': new Int16Array(BYTES.buffer),
  'a list of bytes': [...BYTES],
  'base64': BASE64,
  'base64 with line breaks': (BASE64.match(/.{1,76}/g) ?? []).join('\r\n'),
  'base64 after a line break': `\n${BASE64}\n`,
  'base64url': WAV.toString('base64url'),
  'a data URL': `data:audio/wav;base64,${BASE64}`,
  'a data URL with parameters': `data:audio/x-wav;name="a.wav";base64,${BASE64}`,
  'hexadecimal text': WAV.toString('hex'),
  'binary text': WAV.toString('latin1'),
};

describe('A file in a payload', () => {
  for (const [form, value] of Object.entries(FORMS)) it(`is found in ${form}`, () => assert.deepEqual(bytesOf(value), WAV));

  it('is not copied where it is in bytes', () => {
    for (const value of [WAV, BYTES, BYTES.buffer]) assert.equal(bytesOf(value)?.buffer, Buffer.isBuffer(value) ? WAV.buffer : BYTES.buffer);
  });

  it('is named by the decoder where it is no WAV', () => {
    const mp3 = Buffer.from('ID3 and so on');
    assert.deepEqual([bytesOf(mp3.toString('base64')), bytesOf(json(mp3))], [mp3, mp3]);
    assert.deepEqual(bytesOf('data:video/webm;base64,GkXfo59ChoEBQveBAULygQ=='), Buffer.from('GkXfo59ChoEBQveBAULygQ==', 'base64'));
  });

  it('is not found in anything else', () => {
    for (const value of [
      undefined, null, 3, true, '', 'text', 'Good morning', [1], [], {}, { type: 'Buffer' }, { type: 'Buffer', data: 'x' }, { 0: 82, 1: 'I' }, Symbol('a'),
      new Float32Array(44), new Int16Array(44), ['R', 'I'], [...BYTES.slice(0, 60), 'x'], new Map(), '52494646zz'.slice(0, 3),
    ]) assert.equal(bytesOf(value), undefined, inspect(value));
  });

  it('that is none says what to send', () => {
    assert.match(noFile(new Float32Array(3)).message, /a Float32Array: samples without a WAV header/);
    assert.match((noFile(elsewhere('new Int16Array(3)'))).message, /a Int16Array/);
    assert.match(noFile(WAV.toString('utf8')).message, /WAV file that was read as text/);
    for (const [value, words] of [[undefined, /nothing/], ['text', /a string/], [3, /a number/], [[1], /an array/], [{}, /another object/]] as const) {
      assert.match(noFile(value).message, words);
    }
  });
});
