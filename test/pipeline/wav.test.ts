import assert from 'node:assert/strict';
import { WaveFile } from 'wavefile';
import { PronError } from '../../base/errors';
import { decodeWav, encodeWav, MAX_SECONDS } from '../../pipeline/wav';
import { sine, snrDb } from './signals';
import { int16, wavFile } from './wav-files';

/** A WAV made by another program: wavefile's own writer. */
function written(samples: Float32Array, bitDepth: string, channels = 1, sampleRate = 16000): Buffer {
  const file = new WaveFile();
  const isFloat = bitDepth === '32f' || bitDepth === '64';
  const full = isFloat ? 1 : 2 ** (Number.parseInt(bitDepth, 10) - 1);
  const offset = bitDepth === '8' ? 128 : 0;
  const values = Array.from(samples, (sample) => (isFloat ? sample : Math.round(sample * (full - 1)) + offset));
  const planes = Array.from({ length: channels }, () => values);
  file.fromScratch(channels, sampleRate, bitDepth, channels === 1 ? values : planes);
  return Buffer.from(file.toBuffer());
}

describe('decoding a WAV', () => {
  const tone = sine(440, 16000, 0.1);
  const formats: readonly [string, string, number][] = [
    ['8', 'pcm', 40],
    ['16', 'pcm', 85],
    ['24', 'pcm', 120],
    ['32', 'pcm', 130],
    ['32f', 'float', 200],
    ['64', 'float', 140],
  ];
  for (const [bitDepth, encoding, precisionDb] of formats) {
    it(`reads ${encoding} of ${Number.parseInt(bitDepth, 10)} bits, mono and in three channels`, () => {
      for (const channels of [1, 3]) {
        const audio = decodeWav(written(tone, bitDepth, channels));
        assert.equal(audio.sampleRate, 16000);
        assert.equal(audio.channels, channels);
        assert.equal(audio.encoding, encoding);
        assert.equal(audio.bitDepth, Number.parseInt(bitDepth, 10));
        assert.equal(audio.samples.length, tone.length);
        assert.ok(snrDb(tone, audio.samples) >= precisionDb - 6, `${snrDb(tone, audio.samples)} dB`);
      }
    });
  }

  for (const law of ['alaw', 'mulaw'] as const) {
    it(`reads ${law} about as well as its 8 bits allow`, () => {
      const file = new WaveFile(written(tone, '16'));
      if (law === 'alaw') file.toALaw();
      else file.toMuLaw();
      const audio = decodeWav(Buffer.from(file.toBuffer()));
      assert.equal(audio.encoding, law);
      assert.ok(snrDb(tone, audio.samples) > 30, `${snrDb(tone, audio.samples)} dB`);
    });
  }

  it('reads big-endian files', () => {
    const file = new WaveFile(written(tone, '16'));
    file.toRIFX();
    assert.deepEqual(decodeWav(Buffer.from(file.toBuffer())).samples, decodeWav(written(tone, '16')).samples);
  });

  it('reads the extensible format', () => {
    const samples = int16(1000, -1000);
    assert.deepEqual(decodeWav(wavFile(samples, { subFormat: 1 })).samples, decodeWav(wavFile(samples)).samples);
  });

  it('divides 16 bits by 32768 and averages the channels', () => {
    const { samples } = decodeWav(wavFile(int16(32767, -32768, 100, 300), { channels: 2 }));
    assert.deepEqual([...samples], [-0.5 / 32768, 200 / 32768]);
  });

  it('reads a file of one sample', () => {
    assert.deepEqual([...decodeWav(wavFile(int16(-16384))).samples], [-0.5]);
  });

  it('reads files of wavefile in pieces without a seam', () => {
    const long = sine(100, 16000, 20);
    assert.ok(snrDb(long, decodeWav(written(long, '24')).samples) > 110);
  });

  it('names the first sample that is not a number', () => {
    const data = Buffer.alloc(12);
    data.writeFloatLE(0.5, 0);
    data.writeFloatLE(NaN, 4);
    data.writeFloatLE(Infinity, 8);
    assert.throws(() => decodeWav(wavFile(data, { tag: 3, bits: 32 })), {
      code: 'PRON_BAD_WAV',
      message: /sample 1 is NaN/,
    });
    const wide = Buffer.alloc(8);
    wide.writeDoubleLE(1e300);
    assert.throws(() => decodeWav(wavFile(wide, { tag: 3, bits: 64 })), { code: 'PRON_BAD_WAV' });
  });

  it('accepts ten minutes, quickly, and refuses more before it decodes them', function () {
    this.timeout(20000);
    const tenMinutes = encodeWav({ samples: new Float32Array(MAX_SECONDS * 16000), sampleRate: 16000 }).wav;
    const before = process.cpuUsage();
    assert.equal(decodeWav(tenMinutes).samples.length, MAX_SECONDS * 16000);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 2e6, `${(user + system) / 1000} ms`);
    const longer = Buffer.concat([tenMinutes, Buffer.alloc(2)]);
    longer.writeUInt32LE(0, 40);
    assert.throws(() => decodeWav(longer), (error) => {
      assert.ok(error instanceof PronError);
      assert.equal(error.code, 'PRON_AUDIO_TOO_LONG');
      assert.match(error.message, /lasts 601 s, at most 600 s/);
      return true;
    });
  });
});

describe('encoding a WAV', () => {
  it('gives 16-bit samples back bit by bit', () => {
    const samples = Float32Array.from({ length: 65536 }, (_, i) => (i - 32768) / 32768);
    const { wav, saturatedShare } = encodeWav({ samples, sampleRate: 22050 });
    assert.deepEqual(decodeWav(wav).samples, samples);
    assert.equal(decodeWav(wav).sampleRate, 22050);
    assert.equal(saturatedShare, 0);
  });

  it('rounds to the nearest value and saturates, counting what did not fit', () => {
    const { wav, saturatedShare } = encodeWav({ samples: Float32Array.of(0.4 / 32768, 0.6 / 32768, 2, -2), sampleRate: 16000 });
    assert.deepEqual([0, 1, 2, 3].map((i) => wav.readInt16LE(44 + 2 * i)), [0, 1, 32767, -32768]);
    assert.equal(saturatedShare, 0.5);
  });

  it('has a Buffer of exactly its size that shares no memory', () => {
    const { wav } = encodeWav({ samples: new Float32Array(10), sampleRate: 16000 });
    assert.equal(wav.buffer.byteLength, wav.length);
    assert.equal(wav.length, 44 + 20);
  });

  it('writes an empty recording, and silence for what is not a number', () => {
    assert.deepEqual(encodeWav({ samples: new Float32Array(0), sampleRate: 8000 }).saturatedShare, 0);
    assert.equal(encodeWav({ samples: Float32Array.of(NaN), sampleRate: 8000 }).wav.readInt16LE(44), 0);
  });
});
