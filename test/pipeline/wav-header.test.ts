import assert from 'node:assert/strict';
import { PronError } from '../../base/errors';
import { decodeWav } from '../../pipeline/wav';
import { readWavHeader } from '../../pipeline/wav-header';
import { chunk, int16, wavFile } from './wav-files';

function failure(code: string, pattern: RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof PronError, String(error));
    assert.equal(error.code, code);
    assert.match(error.message, pattern);
    return true;
  };
}

describe('reading the header of a WAV', () => {
  const data = int16(100, -200, 300);

  for (const size of [0, 0x7fffffff, 0x80000000, 0x80000024, 0xffffffff]) {
    it(`takes the bytes that are there where the lengths say 0x${size.toString(16)}`, () => {
      const { samples } = decodeWav(wavFile(data, { riffSize: size, dataSize: size }));
      assert.deepEqual([...samples], [100 / 32768, -200 / 32768, 300 / 32768]);
    });
  }

  it('takes what is left of a file that was cut in the middle of a frame', () => {
    const whole = wavFile(int16(1, 2, 3, 4, 5, 6), { channels: 2 });
    assert.equal(readWavHeader(whole.subarray(0, whole.length - 3)).frames, 2);
  });

  it('skips chunks before the samples, also those of odd length', () => {
    const extra = Buffer.concat([chunk('LIST', Buffer.from('INFOx')), chunk('fact', Buffer.alloc(4))]);
    assert.equal(decodeWav(wavFile(data, { extra })).samples.length, 3);
  });

  it('stops at the end of the samples where more chunks follow', () => {
    const file = Buffer.concat([wavFile(data), chunk('LIST', Buffer.alloc(100))]);
    assert.equal(decodeWav(file).samples.length, 3);
  });

  it('reads the length of an RF64 file from its ds64 chunk', () => {
    const sizes = Buffer.alloc(28);
    sizes.writeBigUInt64LE(6n, 8);
    const plain = wavFile(data, { container: 'RF64', dataSize: 0xffffffff, riffSize: 0xffffffff });
    const file = Buffer.concat([plain.subarray(0, 12), chunk('ds64', sizes), plain.subarray(12), chunk('LIST', Buffer.alloc(50))]);
    assert.equal(decodeWav(file).samples.length, 3);
  });

  it('accepts a Buffer that is a part of a larger one', () => {
    const file = wavFile(data);
    const larger = Buffer.concat([Buffer.alloc(5), file]);
    assert.equal(decodeWav(larger.subarray(5)).samples.length, 3);
  });

  const bad: readonly [string, Buffer, RegExp][] = [
    ['a rate of 0', wavFile(data, { sampleRate: 0 }), /sample rate is 0 Hz/],
    ['a rate of 4 kHz', wavFile(data, { sampleRate: 4000 }), /4000 Hz, too low for speech, which needs at least 8000 Hz/],
    ['a rate of 384 kHz', wavFile(data, { sampleRate: 384000 }), /384000 Hz/],
    ['no channels', wavFile(data, { channels: 0 }), /no channels/],
    ['17 bits', wavFile(data, { bits: 17 }), /17 bits/],
    ['no bits', wavFile(data, { bits: 0 }), /0 bits/],
    ['a float of 16 bits', wavFile(data, { tag: 3 }), /16 bits per sample \(float\)/],
    ['Microsoft ADPCM', wavFile(data, { tag: 2, bits: 4 }), /Microsoft ADPCM/],
    ['IMA ADPCM', wavFile(data, { tag: 17, bits: 4 }), /IMA ADPCM/],
    ['an unknown format', wavFile(data, { tag: 0x1234 }), /0x1234/],
    ['an unknown extensible format', wavFile(data, { subFormat: 0x99 }), /0x99/],
    ['no samples', wavFile(Buffer.alloc(0)), /no samples/],
    ['half a sample', wavFile(Buffer.alloc(1)), /no samples/],
    ['a header that is cut', wavFile(data).subarray(0, 30), /format chunk/],
    ['a header of 8 bytes', wavFile(data).subarray(0, 8), /ends inside its header/],
    ['a header with nothing behind it', wavFile(data).subarray(0, 36), /no samples/],
    ['samples before the format', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), chunk('data', data)]), /no format/],
  ];
  for (const [what, file, pattern] of bad) {
    it(`refuses ${what} with a sentence`, () => {
      assert.throws(() => decodeWav(file), failure('PRON_BAD_WAV', pattern));
    });
  }

  const notAudio: readonly [string, Buffer, RegExp][] = [
    ['an empty Buffer', Buffer.alloc(0), /an empty Buffer/],
    ['text', Buffer.from('Hello, this is no recording.'), /text \("Hello, this is no/],
    ['one byte', Buffer.from([0]), /1 bytes/],
    ['a FLAC file', Buffer.from('fLaC\0\0\0\x22'), /FLAC/],
    ['an Ogg file', Buffer.from('OggS\0\x02'), /Ogg/],
    ['an MP3 file', Buffer.from([0xff, 0xfb, 0x90, 0x00]), /MP3/],
    ['a WebM file', Buffer.from('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', 'latin1'), /a WebM file.*ffmpeg/],
    ['a recording of a phone app', Buffer.from('\0\0\0\x20ftypM4A '), /an MP4 file/],
    ['an Opus file', Buffer.from(`OggS\0\x02${'\0'.repeat(22)}OpusHead`), /an Opus file/],
    ['an AAC file', Buffer.from([0xff, 0xf1, 0x50, 0x80]), /an AAC file/],
    ['an AIFF file', Buffer.from('FORM\0\0\0\0AIFC'), /an AIFF file/],
    ['a CAF file', Buffer.from('caff\0\x01'), /a CAF file/],
    ['an AMR file', Buffer.from('#!AMR\n'), /an AMR file/],
    ['an AVI file', Buffer.from('RIFF\0\0\0\0AVI LIST'), /RIFF file of type "AVI"/],
    ['random bytes', Buffer.from([0x93, 0x4e, 0x01, 0x02, 0xfe]), /5 bytes/],
  ];
  for (const [what, bytes, pattern] of notAudio) {
    it(`says that ${what} is no audio`, () => {
      assert.throws(() => decodeWav(bytes), failure('PRON_NOT_AUDIO', pattern));
    });
  }

  it('never fails otherwise on a header with any one byte changed', () => {
    const good = wavFile(int16(1, 2, 3, 4, 5, 6, 7, 8));
    for (let at = 0; at < 44; at++) {
      for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
        const changed = Buffer.from(good);
        changed[at] = value;
        try {
          assert.ok(decodeWav(changed).samples.length >= 1);
        } catch (error) {
          assert.ok(error instanceof PronError, `byte ${at} = ${value}: ${String(error)}`);
        }
      }
    }
  });
});
