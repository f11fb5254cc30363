import assert from 'node:assert/strict';
import { decodeWav } from '../../pipeline/wav';
import { sine } from './signals';
import { chunk, int16, wavFile } from './wav-files';

const TONE = sine(300, 16000, 0.2, 0.5);
const VALUES = Array.from(TONE, (sample) => Math.round(sample * 32767) + 0);
const DATA = int16(...VALUES);
const EXPECTED = Float32Array.from(VALUES, (value) => value / 32768 + 0);

/** Each sample as `bytes` bytes, lowest first. */
function integers(values: readonly number[], bytes: number): Buffer {
  const data = Buffer.alloc(values.length * bytes);
  values.forEach((value, i) => data.writeIntLE(value, i * bytes, bytes));
  return data;
}

/** A WAV from chunks, with nothing corrected. */
function riffOf(...chunks: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from('WAVE'), ...chunks]);
  const head = Buffer.from('RIFF\0\0\0\0');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

const FORMAT = wavFile(DATA).subarray(12, 36);
const withoutPad = (id: string, body: Buffer): Buffer => chunk(id, body).subarray(0, 8 + body.length);

function id3(version: number, size: number): Buffer {
  const tag = Buffer.alloc(10 + size);
  tag.write('ID3');
  tag[3] = version;
  [21, 14, 7, 0].forEach((shift, i) => (tag[6 + i] = (size >> shift) & 0x7f));
  return tag;
}

const pieces = (count: number, make: (data: Buffer) => Buffer): Buffer => {
  const bytes = 2 * Math.ceil(VALUES.length / count);
  return Buffer.concat(Array.from({ length: count }, (_, i) => make(DATA.subarray(i * bytes, (i + 1) * bytes))));
};

describe('a WAV whose header is not as it should be', () => {
  const wide = VALUES.map((value) => value * 256);
  const junkAbove = integers(wide, 4).map((byte, i) => (i % 4 === 3 ? (i * 37) & 0xff : byte));
  const read: Record<string, Buffer> = {
    'a chunk of odd length without its pad byte': riffOf(FORMAT, withoutPad('LIST', Buffer.from('INFOX')), chunk('data', DATA)),
    'the same before the format': riffOf(withoutPad('JUNK', Buffer.alloc(7)), FORMAT, chunk('data', DATA)),
    'two of them': riffOf(FORMAT, withoutPad('LIST', Buffer.alloc(3)), withoutPad('bext', Buffer.alloc(603)), chunk('data', DATA)),
    'one with and one without': riffOf(FORMAT, chunk('LIST', Buffer.alloc(5)), withoutPad('id3 ', Buffer.alloc(9)), chunk('data', DATA)),
    'a chunk that claims too much': riffOf(FORMAT, chunk('LIST', Buffer.from('INFO'), 40), chunk('data', DATA)),
    'a chunk that claims more than there is': riffOf(FORMAT, chunk('LIST', Buffer.from('INFO'), 0x7fffffff), chunk('data', DATA)),
    'a length that is that of the first part only': wavFile(DATA, { dataSize: 400 }),
    '24 bits at the lower end of 4 bytes': wavFile(integers(wide, 4), { bits: 24, blockAlign: 4 }),
    '24 bits with zeros above': wavFile(integers(wide, 4).map((byte, i) => (i % 4 === 3 ? 0 : byte)) as Buffer, { bits: 24, blockAlign: 4 }),
    '24 bits with junk above': wavFile(junkAbove as Buffer, { bits: 24, blockAlign: 4 }),
    '24 bits at the upper end of 4 bytes': wavFile(integers(wide.map((value) => value * 256), 4), { bits: 24, blockAlign: 4 }),
    '16 bits in 4 bytes': wavFile(integers(VALUES, 4), { blockAlign: 4 }),
    '20 bits in 3 bytes': wavFile(integers(wide, 3), { bits: 20, blockAlign: 3 }),
    'a block of 0': wavFile(DATA, { blockAlign: 0 }),
    'a block of 1': wavFile(DATA, { blockAlign: 1 }),
    'a block of 3': wavFile(DATA, { blockAlign: 3 }),
    'a block of 4': wavFile(DATA, { blockAlign: 4 }),
    'a block of 65535': wavFile(DATA, { blockAlign: 65535 }),
    '24 bits and a block of 4 although they need 3': wavFile(integers(wide, 3), { bits: 24, blockAlign: 4 }),
    'zeros before it': Buffer.concat([Buffer.alloc(3), wavFile(DATA)]),
    'a line of text before it': Buffer.concat([Buffer.from('Content-Type: audio/wav\r\n\r\n'), wavFile(DATA)]),
    'its format after the samples': riffOf(chunk('data', DATA), FORMAT),
  };
  for (const version of [2, 3, 4]) read[`a tag ID3v2.${version} before it`] = Buffer.concat([id3(version, 300), wavFile(DATA)]);
  for (const size of [undefined, 0, 0xffffffff]) {
    const sizes = size === undefined ? {} : { dataSize: size, riffSize: size };
    read[`a header for each piece, with lengths of ${size ?? 'their own'}`] = pieces(7, (data) => wavFile(data, sizes));
  }
  read['a header for each piece, and one at the end'] = Buffer.concat([pieces(3, (data) => wavFile(data)), wavFile(Buffer.alloc(0))]);

  for (const [what, file] of Object.entries(read)) {
    it(`is read whole: ${what}`, () => assert.deepEqual(decodeWav(file).samples, EXPECTED));
  }

  it('is refused where its pieces have different formats', () => {
    const file = Buffer.concat([wavFile(DATA), wavFile(DATA, { sampleRate: 48000 })]);
    assert.throws(() => decodeWav(file), { code: 'PRON_BAD_WAV', message: /16000 Hz, channels: 1, then 16-bit pcm, 48000 Hz/ });
  });

  it('is refused where one of its pieces is compressed', () => {
    const file = Buffer.concat([wavFile(DATA), wavFile(DATA, { tag: 0x11, bits: 4 })]);
    assert.throws(() => decodeWav(file), { code: 'PRON_BAD_WAV', message: /several WAV files.*IMA ADPCM/ });
  });

  it('ends where its samples end, also where garbage follows', () => {
    const garbage = Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 89) & 0xff));
    assert.deepEqual(decodeWav(Buffer.concat([wavFile(DATA), garbage])).samples, EXPECTED);
  });
});

describe('a WAV of floats', () => {
  const floats = (values: readonly number[], bits = 32): Buffer => {
    const data = Buffer.alloc((values.length * bits) / 8);
    values.forEach((value, i) => (bits === 32 ? data.writeFloatLE(value, i * 4) : data.writeDoubleLE(value, i * 8)));
    return wavFile(data, { tag: 3, bits });
  };
  for (const bits of [32, 64]) {
    for (const scale of [2 ** 15, 2 ** 23, 2 ** 31]) {
      it(`of ${bits} bits that were never divided by ${scale} is divided now`, () => {
        assert.deepEqual(decodeWav(floats([...EXPECTED].map((value) => value * scale), bits)).samples, EXPECTED);
      });
    }
  }

  it('is kept where it goes beyond full scale, or has one broken sample', () => {
    for (const values of [[...TONE].map((value) => 8 * value), [...TONE.subarray(0, 3000), 30000]]) {
      assert.deepEqual(decodeWav(floats(values)).samples, Float32Array.from(values));
    }
  });

  it('that is quiet and holds whole numbers only is taken for 16 bits', () => {
    const quiet = VALUES.map((value) => Math.round(value / 1000) + 0);
    assert.deepEqual(decodeWav(floats(quiet)).samples, Float32Array.from(quiet, (value) => value / 32768));
  });
});
