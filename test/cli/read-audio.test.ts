import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { readAudio } from '../../engine/offline/read-audio';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { chunk, int16, wavFile } from '../pipeline/wav-files';
import { withEnvironment } from '../support/fake-microphone';
import { needsProgram } from '../support/programs';
import { syllables, temporaryFolder } from './support';

describe('A recording on the command line', function () {
  this.timeout(30_000);
  const folder = temporaryFolder();
  const { wav } = encodeWav({ samples: syllables(1, 3, 16000), sampleRate: 16000 });
  const fileOf = (name: string, bytes: Buffer): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };

  it('is a WAV by its bytes, whatever its name', async () => {
    for (const name of ['a.wav', 'a.mp3', 'a.webm', 'a']) assert.deepEqual(await readAudio(fileOf(name, wav)), wav);
  });

  const converted: readonly (readonly [string, readonly string[]])[] = [
    ['MP3', ['-f', 'mp3']], ['M4A', ['-f', 'mp4', '-c:a', 'aac']], ['WebM', ['-f', 'webm', '-c:a', 'libopus']],
    ['FLAC', ['-f', 'flac']], ['AIFF', ['-f', 'aiff']], ['CAF', ['-f', 'caf']],
    ['IMA ADPCM', ['-c:a', 'adpcm_ima_wav']], ['Microsoft ADPCM', ['-c:a', 'adpcm_ms']],
  ];
  for (const [format, options] of converted) {
    it(`is read through ffmpeg where it is ${format}, although its name ends in .wav`, async function () {
      needsProgram(this, 'ffmpeg');
      const path = join(folder, 'other.wav');
      execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', fileOf('original.wav', wav), ...options, path]);
      const { samples, sampleRate } = decodeWav(await readAudio(path));
      assert.ok(Math.abs(samples.length / sampleRate - 1) < 0.15, `${samples.length / sampleRate} s`);
    });
  }

  const refused: readonly (readonly [string, Buffer, RegExp])[] = [
    ['an empty file', Buffer.alloc(0), /^The file .*bad\.wav is empty\.$/],
    ['a text', Buffer.from('file:///etc/hostname'), /no recording that can be read: it is text/],
    ['a rate of 6 kHz', wavFile(int16(1, 2, 3), { sampleRate: 6000 }), /its sample rate is 6000 Hz, too low for speech/],
    ['a WAV without samples', wavFile(Buffer.alloc(0)), /it has no samples/],
    ['pieces of compressed sound', Buffer.concat([1, 2].map(() => wavFile(Buffer.alloc(64), { tag: 0x11, bits: 4, extra: chunk('fact', Buffer.alloc(4)) }))), /several WAV files/],
  ];
  for (const [what, bytes, sentence] of refused) {
    it(`is refused in a sentence about the file: ${what}`, async () => {
      const path = fileOf('bad.wav', bytes);
      await assert.rejects(readAudio(path), (error: Error) => sentence.test(error.message) && !error.message.includes('payload'));
    });
  }

  const failing: readonly (readonly [string, string | null, RegExp])[] = [
    ['is not installed', null, /a\.flac can't be read as it is: it is a FLAC file, and ffmpeg, which converts it, is not installed\./],
    ['fails', 'echo "first words" >&2; echo "last words" >&2; exit 1', /ffmpeg can't decode the file \S+a\.flac \(it is a FLAC file\): last words$/],
    ['fails without a word', 'exit 3', /: exit code 3$/],
    ['hangs', 'exec sleep 30', /: it was not done after 0\.5 s\.$/],
  ];
  for (const [how, script, sentence] of failing) {
    it(`is refused in a sentence about the file where ffmpeg ${how}`, async () => {
      const bin = join(folder, how);
      mkdirSync(bin);
      if (script !== null) writeFileSync(join(bin, 'ffmpeg'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      const path = fileOf('a.flac', Buffer.from('fLaC\0\0\0\x22 and what follows'));
      const restore = withEnvironment('PATH', script === null ? bin : `${bin}${delimiter}${process.env['PATH'] ?? ''}`);
      try {
        await assert.rejects(readAudio(path, 500), sentence);
      } finally {
        restore();
      }
    });
  }
});
