import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import helper from 'node-red-node-test-helper';

import { MAX_CALIBRATION_BYTES } from '../../models/calibrations';
import { EAR_MOST_TOKENS } from '../../engine/child-jobs/hear';
import { runMel } from '../../engine/child-jobs/mel';
import { MAX_GRAPH_BYTES, MAX_MANIFEST_BYTES } from '../../models/model-files';
import { packageRoot } from '../../base/package-root';
import { createPlayQueue } from '../../devices/player';
import { createSupervisor, type Supervisor } from '../../engine/supervisor';
import type { Memo } from '../../base/memoise';
import { teacherOf } from '../../nodes/voice/take';
import { createSpeechCache, MAX_TAKES, openVoices, speak, teacherRequests } from '../../voices';
import { TABLE_FILE, tableText } from '../../voices/teacher/table';
import { runVoice } from '../../voices/run-voice';
import { speakableText } from '../../language/speakable';
import { notTooLarge } from '../../nodes/lib/receive';
import { sessionOf } from '../../nodes/lib/session';
import { listedWords } from '../../nodes/lib/words';
import { oneTrial } from '../../nodes/lib/one-trial';
import { createPairing } from '../../nodes/lib/pairing';
import { acceptedValue, textField } from '../../nodes/lib/fields';
import { CLASS_FIELDS } from '../../nodes/class/settings';
import { textOf } from '../../nodes/hear/input';
import { HEAR_FIELDS } from '../../nodes/hear/settings';
import { MIC_FIELDS } from '../../nodes/mic/settings';
import { SCORE_FIELDS } from '../../nodes/score/settings';
import { PEER_LIMITS } from '../../nodes/wyoming/conversation';
import { WYOMING_FIELDS } from '../../nodes/wyoming/settings';
import { WyomingFault, wyomingReader } from '../../voices/wyoming';
import { DEFAULT_FEATURES } from '../../pipeline/default-features';
import { EAR_MOST_SECONDS } from '../../pipeline/ear/samples';
import { checkMelLength, checkMelShape } from '../../pipeline/siamese/mel-check';
import { decodeWav, encodeWav } from '../../pipeline/wav';
import { readWavHeader } from '../../pipeline/wav-header';
import { TTS } from '../nodes/all-nodes';
import { fullClass } from '../support/full-class';
import { scoredMessage } from '../support/class-messages';
import { withEnvironment } from '../support/fake-microphone';
import { startFlow, stopFlow } from '../support/node-red';

const msg = (pronunciation: object, payload: unknown = '') => ({ _msgid: 'm', payload, pronunciation });
const silence = (count: number, sampleRate = 8000): Buffer => encodeWav({ samples: new Float32Array(count), sampleRate }).wav;
const mel = (bands: number, frames: number) =>
  ({ data: new Float32Array(bands * frames), bands, frames, startMs: 0, parameters: { ...DEFAULT_FEATURES, bands } });
const never = new Promise<never>(() => undefined);
const TAKE = { teacher: 'Kim', text: '안녕', language: 'ko', wav: silence(10) };

/** Gives a folder of its own. */
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pron-limits-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An engine that takes its first job and never gives an answer. */
function stuckEngine(): Supervisor {
  const start = () => ({ pid: 1, send: () => undefined, holdParent: () => undefined, kill: () => Promise.resolve() });
  return createSupervisor({ start });
}

async function allButTheLast(engine: Supervisor, sizes: readonly number[], begun = false): Promise<void> {
  const runs = sizes.map((size) => engine.run({ kind: 'inspect', wav: new Uint8Array(size) }, Symbol('test'), { begun }));
  const ends = runs.map((run) => run.catch((error: { code: string }) => error.code));
  assert.equal(await ends.at(-1), 'PRON_BUSY');
  assert.equal(await Promise.race([...ends.slice(0, -1), Promise.resolve('waiting')]), 'waiting');
  await engine.stop();
}

/** How many of so many values, made one after the other, a cache has kept: asked from the newest on, so that no answer
 *  drops one that is still to be asked. */
async function keptOf(count: number, cache: Memo<number>): Promise<number> {
  for (let i = 0; i < count; i++) await cache(String(i), () => Promise.resolve(i));
  const again: number[] = [];
  for (let i = count - 1; i >= 0; i--) {
    await cache(String(i), () => {
      again.push(i);
      return Promise.reject(new Error('not kept'));
    }).catch(() => undefined);
  }
  return count - again.length;
}

async function oneOnly(): Promise<void> {
  const task = oneTrial(() => never);
  void task();
  await assert.rejects(task(), { code: 'PRON_TRIAL_RUNNING' });
}

/** What is done with each limit of docs/limits.md, by the words of its row. */
const TRIES: Readonly<Record<string, (limit: number) => unknown>> = {
  'a WAV file, bytes': (limit) => {
    assert.equal(notTooLarge(Buffer.alloc(limit)).length, limit);
    assert.throws(() => notTooLarge(Buffer.alloc(limit + 1)), { code: 'PRON_AUDIO_TOO_LARGE' });
  },
  'a recording, seconds': (limit) => {
    assert.equal(decodeWav(silence(8000 * limit)).samples.length, 8000 * limit);
    assert.throws(() => decodeWav(silence(8000 * limit + 1)), { code: 'PRON_AUDIO_TOO_LONG' });
  },
  'sample rate, Hz': (limit) => {
    assert.equal(readWavHeader(silence(10, limit)).sampleRate, limit);
    assert.throws(() => readWavHeader(silence(10, limit + 1)), { code: 'PRON_BAD_WAV' });
  },
  'a recording from the microphone, seconds': (limit) => {
    for (const field of [MIC_FIELDS.seconds, MIC_FIELDS.maxSeconds]) {
      assert.deepEqual([acceptedValue(field, limit), acceptedValue(field, limit + 1)], [limit, undefined]);
    }
  },
  'what a listening microphone keeps from before a recording, ms': (limit) => {
    assert.deepEqual([acceptedValue(MIC_FIELDS.preRollMs, limit), acceptedValue(MIC_FIELDS.preRollMs, limit + 1)], [limit, undefined]);
  },
  'a mel-spectrogram, values': (limit) => {
    checkMelShape(mel(1, limit));
    assert.throws(() => checkMelShape(mel(1, limit + 1)), { code: 'PRON_NOT_MEL' });
    const features = { ...DEFAULT_FEATURES, hopLength: 1, bands: 512, trimDb: null };
    const wav = silence(8000 * Math.ceil(limit / 512 / DEFAULT_FEATURES.sampleRate));
    assert.throws(() => runMel({ kind: 'mel', wav, features }), { code: 'PRON_AUDIO_TOO_LONG' });
  },
  'recordings that are compared, seconds each': (limit) => {
    const { sampleRate, hopLength } = DEFAULT_FEATURES;
    const frames = (limit * sampleRate) / hopLength;
    checkMelLength(mel(1, frames));
    assert.throws(() => checkMelLength(mel(1, frames + 1)), { code: 'PRON_AUDIO_TOO_LONG' });
  },
  'a text to be spoken, characters': (limit) => {
    for (const letter of ['a', '𠀀']) { // of one unit and of two
      speakableText(letter.repeat(limit), 'zh');
      assert.throws(() => speakableText(letter.repeat(limit + 1), 'zh'), { code: 'PRON_TTS_LONG' });
    }
    const start = performance.now();
    assert.throws(() => speakableText('a'.repeat(2 ** 26), 'en'), { code: 'PRON_TTS_LONG' });
    assert.ok(performance.now() - start < 500, 'a huge text is not taken apart');
  },
  'a text to hear a voice in the dialog, characters': async (limit) => {
    await startFlow([TTS], [{ id: 'tts', type: 'pron-tts' }]);
    try {
      const codeOf = async (text: string): Promise<string> => {
        const { body } = await helper.request().post('/pronunciation/speak').send({ engine: 'built-in', language: 'en', text });
        return (body as { code: string }).code;
      };
      assert.equal(await codeOf('!'.repeat(limit)), 'PRON_TTS_UNSPEAKABLE');
      assert.equal(await codeOf('!'.repeat(limit + 1)), 'PRON_TTS_LONG');
    } finally {
      await stopFlow();
    }
  },
  'words of a reference': (limit) => {
    assert.equal(listedWords(msg({ words: new Array(limit).fill({}) }))?.length, limit);
    assert.throws(() => listedWords(msg({ words: new Array(limit + 1).fill({}) })), { code: 'PRON_BAD_SETTING' });
  },
  'the name of a session, characters': (limit) => {
    assert.equal(sessionOf(msg({ session: 's'.repeat(limit) })).length, limit);
    assert.throws(() => sessionOf(msg({ session: 's'.repeat(limit + 1) })), { code: 'PRON_BAD_SETTING' });
  },
  'sessions that are kept, at most': (limit) => {
    for (const { maxSessions } of [SCORE_FIELDS, HEAR_FIELDS]) {
      assert.deepEqual([acceptedValue(maxSessions, limit), acceptedValue(maxSessions, limit + 1)], [limit, undefined]);
    }
  },
  'sessions that are kept, if nothing else is set': (limit) => {
    const pairing = createPairing<number>({ maxSessions: SCORE_FIELDS.maxSessions.default, waitMs: 0 });
    for (let i = 0; i <= limit; i++) pairing.put(String(i), i);
    assert.deepEqual([pairing.kept('0'), pairing.kept('1')], [undefined, 1]);
    assert.equal(HEAR_FIELDS.maxSessions.default, limit);
  },
  'voices of one text that a session keeps as references, at most': (limit) => {
    const { maxReferences } = SCORE_FIELDS;
    assert.deepEqual([acceptedValue(maxReferences, limit), acceptedValue(maxReferences, limit + 1)], [limit, undefined]);
  },
  'takes of a teacher that a learner is compared with, at most': async (limit) => {
    await inFolder(async (root) => {
      const store = openVoices(root, 2 * limit);
      for (let n = 0; n <= limit; n++) await store.keep(TAKE);
      const request = { engine: 'recordings', text: TAKE.text, language: 'ko' } as const;
      assert.equal((await teacherRequests(request, join(root, TAKE.teacher), MAX_TAKES)).length, limit);
    });
  },
  // Tried with the ear in test/nodes/pron-hear.test.ts.
  'speech that the ear hears at a time, seconds': (limit) => assert.equal(limit, EAR_MOST_SECONDS),
  'a text that the ear expects, characters': (limit) => {
    assert.equal(textOf(msg({ text: 'a'.repeat(limit) }))?.length, limit);
    assert.throws(() => textOf(msg({ text: 'a'.repeat(limit + 1) })), { code: 'PRON_EAR_TEXT' });
  },
  // Tried with the ear in test/nodes/pron-hear.test.ts.
  'a text that the ear expects, tokens of its vocabulary': (limit) => assert.equal(limit, EAR_MOST_TOKENS),
  'learners who wait for a reference': async (limit) => {
    const pairing = createPairing<number>({ maxSessions: 1, waitMs: 60_000 });
    const waiting = Array.from({ length: limit }, () => pairing.take('s'));
    await assert.rejects(pairing.take('s'), { code: 'PRON_BUSY' });
    pairing.close();
    const ends = await Promise.allSettled(waiting);
    assert.ok(ends.every((end) => end.status === 'rejected' && (end.reason as { code: string }).code === 'PRON_CLOSED'));
  },
  'jobs that wait for the engine and begin with a recording': (limit) => allButTheLast(stuckEngine(), new Array<number>(limit + 2).fill(1)),
  'jobs that wait for the engine and go on with a recording': (limit) => allButTheLast(stuckEngine(), new Array<number>(limit + 2).fill(1), true),
  'bytes of the jobs that wait': (limit) => allButTheLast(stuckEngine(), [1, limit / 2, limit / 2, 1]),
  'texts that wait to be spoken': async (limit) => {
    const folder = mkdtempSync(join(tmpdir(), 'pronunciation-'));
    const voice = join(folder, 'voice.onnx');
    writeFileSync(voice, 'x');
    writeFileSync(`${voice}.json`, '{"audio":{"sample_rate":22050}}');
    writeFileSync(join(folder, 'piper'), '#!/bin/sh\nexec /bin/sleep 30\n');
    chmodSync(join(folder, 'piper'), 0o755);
    const restore = withEnvironment('PATH', folder);
    const closing = new AbortController();
    const ask = () => speak({ engine: 'piper', voice, text: 'hello', language: 'en', signal: closing.signal });
    const codes = Array.from({ length: limit + 2 }, () => ask().catch(({ code }: { code: string }) => code));
    assert.equal(await Promise.race(codes), 'PRON_BUSY');
    closing.abort();
    assert.deepEqual((await Promise.all(codes)).filter((code) => code === 'PRON_BUSY').length, 1);
    restore();
    rmSync(folder, { recursive: true });
  },
  'recordings that wait to be played': async (limit) => {
    const queue = createPlayQueue();
    for (let i = 0; i <= limit; i++) void queue.add(() => never);
    await assert.rejects(queue.add(() => never), { code: 'PRON_BUSY' });
  },
  'utterances that a tts node keeps': async (limit) => {
    assert.equal(await keptOf(limit + 1, createSpeechCache<number>(() => 1)), limit);
  },
  'bytes of the utterances that a tts node keeps': async (limit) => {
    assert.equal(await keptOf(5, createSpeechCache<number>(() => limit / 4)), 4);
  },
  'results that a class keeps': async (limit) => {
    const { topics, kept } = fullClass({ results: limit - 1 });
    await topics.result(scoredMessage({ session: 'a' }));
    await assert.rejects(topics.result(scoredMessage({ session: 'a' })), { code: 'PRON_CLASS_FULL' });
    assert.equal(kept().results, limit);
  },
  'recordings that a class keeps': async (limit) => {
    const { topics, kept } = fullClass({ recordings: limit - 1 });
    for (let i = 0; i < 2; i++) await topics.result({ ...scoredMessage({ session: 'a' }), recording: silence(10) });
    assert.deepEqual([kept().recordings, kept().results], [limit, limit + 1]);
  },
  'learners of a class at the same time': (limit) => {
    assert.deepEqual([acceptedValue(CLASS_FIELDS.seats, limit), acceptedValue(CLASS_FIELDS.seats, limit + 1)], [limit, undefined]);
  },
  'teachers whose voices are kept': (limit) =>
    inFolder(async (root) => {
      for (let i = 0; i < limit - 1; i++) mkdirSync(join(root, String(i)));
      await openVoices(root, 1).keep({ ...TAKE, teacher: 'last' });
      await assert.rejects(openVoices(root, 1).keep({ ...TAKE, teacher: 'more' }), { code: 'PRON_VOICE_FULL' });
    }),
  "recordings of a teacher's voice": (limit) =>
    inFolder(async (root) => {
      mkdirSync(join(root, TAKE.teacher));
      const recordings = Array.from({ length: limit - 1 }, (_, i) => ({ file: `${i}.wav`, language: 'ko', text: String(i) }));
      writeFileSync(join(root, TAKE.teacher, TABLE_FILE), tableText({ name: TAKE.teacher, recordings }));
      await openVoices(root, 1).keep(TAKE);
      await assert.rejects(openVoices(root, 1).keep({ ...TAKE, text: 'more' }), { code: 'PRON_VOICE_FULL' });
    }),
  'the name of a teacher, characters': (limit) => {
    const named = (length: number): string => teacherOf({ ...msg({}), voice: 'x'.repeat(length) });
    assert.equal(named(limit).length, limit);
    assert.throws(() => named(limit + 1), { code: 'PRON_BAD_SETTING' });
  },
  'clients of the Wyoming server at the same time': (limit) => {
    assert.deepEqual([acceptedValue(WYOMING_FIELDS.connections, limit), acceptedValue(WYOMING_FIELDS.connections, limit + 1)], [limit, undefined]);
  },
  'sound of one event that a Wyoming client sends, bytes': (limit) => {
    const announced = (length: number): Buffer => Buffer.from(`{"type":"audio-chunk","payload_length":${length}}\n`);
    assert.deepEqual(wyomingReader(PEER_LIMITS.event)(announced(limit)), []);
    assert.throws(() => wyomingReader(PEER_LIMITS.event)(announced(limit + 1)), WyomingFault);
  },
  // Tried with a peer in test/nodes/wyoming/broken-peers.test.ts.
  'one utterance that a Wyoming client sends, bytes': (limit) => assert.equal(PEER_LIMITS.utterance, limit),
  'half an event of a Wyoming client, ms': (limit) => assert.equal(PEER_LIMITS.eventMs, limit),
  'a text in a setting, characters': (limit) => {
    assert.equal(acceptedValue(textField(''), 'x'.repeat(limit)), 'x'.repeat(limit));
    assert.equal(acceptedValue(textField(''), 'x'.repeat(limit + 1)), undefined);
  },
  // Tried with files in model-files.test.ts.
  'a model\'s graph, bytes': (limit) => assert.equal(limit, MAX_GRAPH_BYTES),
  'a model\'s manifest, bytes': (limit) => assert.equal(limit, MAX_MANIFEST_BYTES),
  'a calibration, bytes': (limit) => assert.equal(limit, MAX_CALIBRATION_BYTES),
  'what a voice program says, bytes': async (limit) => {
    const run = (bytes: number) =>
      runVoice({ program: process.execPath, args: ['-e', `process.stdout.write(Buffer.alloc(${bytes}))`], timeoutMs: 20_000, install: '' });
    assert.equal((await run(limit)).stdout.length, limit);
    await assert.rejects(run(limit + 1), { code: 'PRON_TTS_FAILED' });
  },
  'tests of a microphone from dialogs, at a time': oneOnly, // and with a real one in test/nodes/mic-test.test.ts
  'voices heard from dialogs, at a time': oneOnly, // and with a real one in test/nodes/tts-routes.test.ts
};

describe('The limits of docs/limits.md', function () {
  this.timeout(30_000);
  const table = readFileSync(join(packageRoot(), 'docs', 'limits.md'), 'utf8');
  const rows = [...table.matchAll(/^\| (.+?) \| (\d+) \|/gm)].map(([, what = '', limit = '']) => [what, Number(limit)] as const);

  it('are all tried here', () => assert.deepEqual(rows.map(([what]) => what), Object.keys(TRIES)));

  for (const [what, limit] of rows) it(`hold: ${what}, ${limit}`, () => TRIES[what]?.(limit) as Promise<void> | undefined);
});
