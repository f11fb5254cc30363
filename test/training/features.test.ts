import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { melSpectrogram } from '../../pipeline/mel';
import { pictureOf } from '../../pipeline/picture';
import type { MelFeatures } from '../../pipeline/types';
import { decodeWav } from '../../pipeline/wav';
import { needsProgram } from '../support/programs';
import { training, syllables, temporaryFolder, writeTable, writeWav } from '../cli/support';

interface Index {
  readonly model: string;
  readonly features: unknown;
  readonly entries: readonly Readonly<Record<string, unknown>>[];
  readonly failed: readonly Readonly<Record<string, unknown>>[];
}

/** Shape and values of a float32 .npy file, read as its format says. */
function readNpy(path: string): { rows: number; columns: number; values: Float32Array } {
  const bytes = readFileSync(path);
  assert.equal(bytes.toString('latin1', 0, 6), '\x93NUMPY');
  const start = 10 + bytes.readUInt16LE(8);
  const header = bytes.toString('latin1', 10, start);
  const [, rows, columns] = /'descr': '<f4', 'fortran_order': False, 'shape': \((\d+), (\d+)\)/.exec(header) ?? [];
  return {
    rows: Number(rows),
    columns: Number(columns),
    values: new Float32Array(bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + bytes.length)),
  };
}

function readIndex(folder: string): Index {
  return JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Index;
}

const PICTURES: MelFeatures = { ...DEFAULT_FEATURES, picture: 'magma', pictureHeight: 30, pictureWidth: 40 };

describe('pronunciation features', function () {
  this.timeout(240_000);
  const folder = temporaryFolder();
  const models = join(folder, 'models');
  const common = ['--model', 'small', '--models', models];

  before(() => {
    // A model of its own: features ask for nothing but its manifest.
    const manifest = {
      name: 'small',
      title: 'Features only',
      description: '',
      architecture: 'aligned-pieces',
      graphs: { encoder: 'small.encoder.onnx', head: 'small.head.onnx', sentence: 'small.sentence.onnx' },
      features: { ...DEFAULT_FEATURES, bands: 20 },
      frameMs: 40,
      alignment: { pieceFrames: 20, minLearnerFrames: 6, widenFrames: 3 },
      score: { margin: 2 },
      verdict: { maxMismatch: 1, minSpeech: -1, minRmsDb: -55, maxClippedShare: 0.02, minSnrDb: 3 },
      licence: 'Apache-2.0',
      training: {},
      figures: {},
    };
    mkdirSync(models);
    writeFileSync(join(models, 'small.json'), JSON.stringify(manifest));
    const pictures = { name: 'pictures', architecture: 'picture', features: PICTURES };
    writeFileSync(join(models, 'pictures.json'), JSON.stringify({ ...manifest, ...pictures }));
    writeWav(folder, 'one.wav', syllables(1.2));
    writeWav(folder, 'two.wav', syllables(2, 2, 22050), 22050);
    writeWav(folder, 'silent.wav', new Float32Array(16000));
  });

  it('stacks the frames of all recordings in the order of the list, exactly as the mel stage computes them', async () => {
    const list = writeTable(folder, 'order.tsv', [
      ['file', 'id', 'speaker'],
      ['two.wav', 'second', 'anna'],
      [join(folder, 'one.wav'), '', 'bo'],
    ]);
    const out = join(folder, 'out', 'order');
    const { code, stderr } = await training(['features', '--list', list, ...common, '--out', out]);
    assert.equal(code, 0, stderr);
    const { rows, columns, values } = readNpy(join(out, 'features.npy'));
    const { model, features, entries, failed } = readIndex(out);
    assert.equal(model, 'small');
    assert.deepEqual(features, { ...DEFAULT_FEATURES, bands: 20 });
    assert.deepEqual(failed, []);
    assert.deepEqual(
      entries.map(({ id, file, filter, speaker }) => ({ id, file, filter, speaker })),
      [
        { id: 'second', file: 'two.wav', filter: 'none', speaker: 'anna' },
        { id: join(folder, 'one.wav'), file: join(folder, 'one.wav'), filter: 'none', speaker: 'bo' },
      ],
    );
    let offset = 0;
    for (const [i, name] of ['two.wav', 'one.wav'].entries()) {
      const audio = decodeWav(readFileSync(join(folder, name)));
      const mel = melSpectrogram(audio, { ...DEFAULT_FEATURES, bands: 20 });
      const entry = entries[i] ?? {};
      assert.equal(entry['offset'], offset);
      assert.equal(entry['frames'], mel.frames);
      assert.equal(entry['startMs'], mel.startMs);
      assert.equal(entry['durationMs'], (1000 * audio.samples.length) / audio.sampleRate);
      for (let frame = 0; frame < mel.frames; frame += 1) {
        for (let band = 0; band < 20; band += 1) {
          const value = values[(offset + frame) * 20 + band];
          if (value !== mel.data[band * mel.frames + frame]) assert.fail(`${name}: frame ${frame}, band ${band} differ`);
        }
      }
      offset += mel.frames;
    }
    assert.deepEqual([rows, columns, values.length], [offset, 20, offset * 20]);
  });

  it('gives the same two files whatever the number of jobs', async () => {
    const files = Array.from({ length: 9 }, (_, i) => [i % 3 === 0 ? 'two.wav' : 'one.wav', i % 2 === 0 ? 'stationary' : '']);
    const list = writeTable(folder, 'jobs.tsv', [['file', 'filter'], ...files]);
    for (const jobs of ['1', '3']) {
      const out = join(folder, 'out', `jobs${jobs}`);
      const { code, stderr } = await training(['features', '--list', list, ...common, '--out', out, '--jobs', jobs]);
      assert.equal(code, 0, stderr);
    }
    for (const file of ['features.npy', 'index.json']) {
      const [one, three] = ['jobs1', 'jobs3'].map((name) => readFileSync(join(folder, 'out', name, file)));
      assert.ok(one?.equals(three ?? Buffer.alloc(0)), file);
    }
  });

  it('gives the pictures to a model that looks at them', async () => {
    const list = writeTable(folder, 'pictures.tsv', [['file'], ['two.wav'], ['silent.wav'], ['one.wav']]);
    const out = join(folder, 'out', 'pictures');
    const { code, stderr } = await training([
      ...['features', '--list', list, '--model', 'pictures', '--models', models, '--out', out],
    ]);
    assert.equal(code, 0, stderr);
    assert.equal(existsSync(join(out, 'features.npy')), false);
    const bytes = readFileSync(join(out, 'pictures.npy'));
    assert.match(bytes.toString('latin1', 10, 128), /'descr': '\|u1', 'fortran_order': False, 'shape': \(3, 30, 40, 3\)/);
    const { entries } = readIndex(out);
    assert.deepEqual(entries.map(({ file, offset }) => [file, offset]), [['two.wav', 0], ['silent.wav', 1], ['one.wav', 2]]);
    const mel = melSpectrogram(decodeWav(readFileSync(join(folder, 'one.wav'))), PICTURES);
    const { pixels } = pictureOf(mel, 'magma', 30, 40, PICTURES.topDb);
    assert.ok(bytes.subarray(128 + 2 * pixels.length).equals(pixels));
    assert.ok(bytes.subarray(128 + pixels.length, 128 + 2 * pixels.length).every((value) => value === 0), 'silence is black');
  });

  it('names a recording that fails and goes on with the next', async () => {
    writeFileSync(join(folder, 'text.wav'), 'no audio at all');
    const list = writeTable(folder, 'failing.tsv', [['file'], ['missing.wav'], ['text.wav'], ['one.wav'], ['silent.wav']]);
    const out = join(folder, 'out', 'failing');
    const { code, stderr } = await training(['features', '--list', list, ...common, '--out', out]);
    assert.equal(code, 0, stderr);
    const { entries, failed } = readIndex(out);
    assert.deepEqual(entries.map(({ file, offset }) => [file, offset === 0]), [['one.wav', true], ['silent.wav', false]]);
    assert.equal(entries[1]?.['frames'], 0);
    assert.deepEqual(failed.map(({ file }) => file), ['missing.wav', 'text.wav']);
    assert.match(String(failed[0]?.['error']), /There is no file .*missing\.wav/);
    assert.match(stderr, /Line 2: There is no file/);
    assert.match(stderr, /2 recordings, \d+ frames, 2 failed/);
  });

  it('passes a recording through the noise gate where the list says so', async () => {
    const noisy = syllables(1.5).map((value, i) => value + 0.02 * Math.sin(i * i));
    writeWav(folder, 'noisy.wav', noisy);
    const list = writeTable(folder, 'filter.tsv', [
      ['file', 'filter'],
      ['noisy.wav', 'none'],
      ['noisy.wav', 'stationary'],
      ['noisy.wav', 'nonstationary'],
    ]);
    const out = join(folder, 'out', 'filter');
    const { code, stderr } = await training(['features', '--list', list, ...common, '--out', out]);
    assert.equal(code, 0, stderr);
    const { entries } = readIndex(out);
    const { values } = readNpy(join(out, 'features.npy'));
    const means = entries.map(({ offset, frames }) => {
      const part = values.subarray(Number(offset) * 20, (Number(offset) + Number(frames)) * 20);
      return part.reduce((sum, value) => sum + value, 0) / part.length;
    });
    assert.ok((means[1] ?? 0) < (means[0] ?? 0) - 0.2, `stationary ${means[1]}, none ${means[0]}`);
    assert.ok((means[2] ?? 0) < (means[0] ?? 0) - 0.2, `nonstationary ${means[2]}, none ${means[0]}`);
    assert.deepEqual(entries[1]?.['noise'], entries[0]?.['noise'], 'noise is measured before the gate');
  });

  it('reads FLAC and Opus where ffmpeg is installed, Opus at 16 kHz', async function () {
    needsProgram(this, 'ffmpeg');
    for (const name of ['one.flac', 'one.opus']) {
      execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', join(folder, 'one.wav'), join(folder, name)]);
    }
    const list = writeTable(folder, 'compressed.tsv', [['file'], ['one.flac'], ['one.opus'], ['one.wav']]);
    const out = join(folder, 'out', 'compressed');
    const { code, stderr } = await training(['features', '--list', list, ...common, '--out', out]);
    assert.equal(code, 0, stderr);
    const [flac, opus, wav] = readIndex(out).entries;
    assert.equal(flac?.['frames'], wav?.['frames']);
    assert.deepEqual(flac?.['level'], wav?.['level']);
    assert.ok(Math.abs(Number(opus?.['durationMs']) - 1200) < 20);
  });

  it('says that ffmpeg is missing where a file needs it', async () => {
    writeFileSync(join(folder, 'speech.flac'), 'fLaC');
    const list = writeTable(folder, 'ffmpeg.tsv', [['file'], ['speech.flac']]);
    const out = join(folder, 'out', 'ffmpeg');
    const { code, stderr } = await training(['features', '--list', list, ...common, '--out', out], { PATH: folder });
    assert.equal(code, 1);
    assert.match(stderr, /speech\.flac can't be read as it is: it is a FLAC file, and ffmpeg, which converts it, is not installed/);
  });

  it('answers mistakes with one sentence and exit code 1', async () => {
    const list = writeTable(folder, 'good.tsv', [['file'], ['one.wav']]);
    const wrongColumn = writeTable(folder, 'column.tsv', [['path'], ['one.wav']]);
    const reserved = writeTable(folder, 'reserved.tsv', [['file', 'offset'], ['one.wav', '3']]);
    const filter = writeTable(folder, 'nofilter.tsv', [['file', 'filter'], ['one.wav', 'loud']]);
    const out = join(folder, 'out', 'never');
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['--list', list, '--out', out], /^--model is missing/],
      [['--list', list, ...common], /^--out is missing/],
      [['--list', list, ...common, '--out', out, '--fast'], /^Unknown option '--fast'\. See: pronunciation features --help/],
      [['--list', list, ...common, '--out', out, '--jobs', 'many'], /^--jobs is "many"; it must be a/],
      [['--list', list, '--model', 'none-such', '--out', out], /^There is no model none-such/],
      [['--list', list, '--model', '../small', '--models', models, '--out', out], /^There is no model/],
      [['--list', join(folder, 'no.tsv'), ...common, '--out', out], /^There is no file .*no\.tsv\./],
      [['--list', wrongColumn, ...common, '--out', out], /lacks the column file; it has path/],
      [['--list', reserved, ...common, '--out', out], /names a column offset/],
      [['--list', filter, ...common, '--out', out], /^Line 2 of .* names the filter "loud"/],
    ];
    await Promise.all(
      cases.map(async ([args, sentence]) => {
        const { code, stdout, stderr } = await training(['features', ...args]);
        assert.equal(code, 1, args.join(' '));
        assert.equal(stdout, '');
        assert.match(stderr, sentence);
        assert.equal(stderr.trim().split('\n').length, 1, stderr);
      }),
    );
    assert.equal(existsSync(out), false, 'nothing is written before the command line is understood');
  });
});
