import assert from 'node:assert/strict';

import { addFacts, pronunciationOf } from '../../../nodes/lib/facts';
import { fingerprintOf } from '../../../nodes/lib/fingerprint';
import { putAudio, putMel, putNewAudio } from '../../../nodes/lib/outgoing';
import { dropForeignFacts } from '../../../nodes/lib/recording';
import { syntheticMel } from '../../support/mels';
import { syntheticWav } from '../../support/synthetic-speech';

const level = (peakDb: number) => ({ peakDb, rmsDb: peakDb - 10, clippedShare: 0 });
const facts = (peakDb = -6, snrDb = 30) =>
  ({ sampleRate: 16000, durationMs: 900, level: level(peakDb), noise: { snrDb, light: 'green' as const } });
const [A, B, C] = [1, 2, 3].map((seed) => syntheticWav({ seconds: 0.3, seed })) as [Buffer, Buffer, Buffer];
const made = (wav: Buffer, peakDb = -6, snrDb = 30) => ({ wav, facts: facts(peakDb, snrDb), levelNow: level(peakDb - 1), saturatedShare: 0 });
const SENDER = { session: 's', text: 'hello', language: 'en', mine: 1 };

/** A reference from tts that has gone through vad. */
function reference(): { payload?: unknown; pronunciation: Record<string, unknown> } {
  const msg = { pronunciation: SENDER };
  putNewAudio(msg, made(A), { role: 'reference', words: [{ text: 'hello', startMs: 0, endMs: 9 }] });
  putAudio(msg, made(B), { speech: null });
  return msg;
}

describe('Facts of a recording', () => {
  it('hold level and noise of the first stage, and the level of now from the later ones', () => {
    const msg = {};
    putAudio(msg, made(A, -6, 30));
    putAudio(msg, made(B, -7, 60));
    const { level: first, levelNow, noise, role } = pronunciationOf(msg);
    assert.deepEqual([first, levelNow, noise, role], [level(-6), level(-8), facts().noise, 'learner']);
  });

  it('keep the role of the sender', () => {
    const msg = { pronunciation: { role: 'reference' } };
    putAudio(msg, made(A));
    assert.equal(pronunciationOf(msg)['role'], 'reference');
  });

  it('stay with the recording that a stage has sent, also through JSON', () => {
    for (const msg of [reference(), JSON.parse(JSON.stringify(reference())) as ReturnType<typeof reference>]) {
      const before = structuredClone(msg.pronunciation);
      assert.equal(dropForeignFacts(msg, B), 'same');
      assert.deepEqual(msg.pronunciation, before);
    }
  });

  it('go when the payload is another recording, which counts as a learner\'s', () => {
    const msg = reference();
    assert.equal(dropForeignFacts(msg, C), 'other');
    assert.deepEqual({ ...msg.pronunciation }, SENDER);
    putAudio(msg, made(C, -20));
    assert.deepEqual([msg.pronunciation['role'], msg.pronunciation['level']], ['learner', level(-20)]);
    assert.equal(dropForeignFacts(msg, A), 'other', 'what was known of the other one is forgotten');
  });

  it('leave the role that the sender has changed with the recording', () => {
    const msg = { pronunciation: {} };
    putNewAudio(msg, made(A), { role: 'learner' });
    addFacts(msg, { role: 'reference' });
    dropForeignFacts(msg, C);
    assert.deepEqual(msg.pronunciation, { role: 'reference' });
  });

  it('leave the role where an earlier stage\'s audio of the same recording is put back, and are measured anew', () => {
    const msg = reference();
    putMel(msg, { mel: syntheticMel(), facts: facts() });
    assert.equal(dropForeignFacts(msg, B), 'earlier');
    const { recording, ...others } = msg.pronunciation;
    assert.deepEqual(others, { ...SENDER, role: 'reference' });
    assert.ok(recording);
    putAudio(msg, made(B, -20));
    assert.deepEqual([msg.pronunciation['role'], msg.pronunciation['level']], ['reference', level(-20)]);
  });

  it('are trusted where a sender wrote them by hand', () => {
    const pronunciation = { ...SENDER, role: 'reference', level: level(-3) };
    const msg = { pronunciation };
    assert.equal(dropForeignFacts(msg, C), 'unmarked');
    assert.deepEqual(msg.pronunciation, pronunciation);
  });

  it('are trusted where their mark is not one of ours', () => {
    for (const recording of ['x', null, { ids: 'x' }, { ids: [3] }]) assert.equal(dropForeignFacts({ pronunciation: { recording } }, C), 'unmarked');
  });

  it('go before new audio begins, with the role; a role without a recording is the sender\'s wish', () => {
    const msg = reference();
    putNewAudio(msg, made(C), { role: 'learner' });
    const { recording: _, ...others } = msg.pronunciation;
    assert.deepEqual(others, { ...SENDER, ...facts(), role: 'learner' });
    const wish = { pronunciation: { role: 'reference' } };
    putNewAudio(wish, made(C), { role: 'learner' });
    assert.equal(wish.pronunciation.role, 'reference');
  });

  it('do not grow in a flow that goes round in a circle', () => {
    const msg = {};
    for (let i = 0; i < 100; i++) putAudio(msg, made(i % 2 === 0 ? A : B));
    assert.ok(JSON.stringify(msg).length < 200_000);
    assert.equal((pronunciationOf(msg)['recording'] as { ids: string[] }).ids.length, 20);
  });
});

describe('A fingerprint', () => {
  it('differs by length and by a change of a few milliseconds, and not by where the bytes lie', () => {
    const long = syntheticWav({ seconds: 60 });
    const changed = Buffer.from(long);
    changed.fill(0, 1_000_000, 1_008_000);
    const ids = [long, changed, long.subarray(0, long.length - 2)].map(fingerprintOf);
    assert.equal(new Set(ids).size, 3);
    assert.equal(fingerprintOf(new Uint8Array(long)), ids[0]);
    assert.equal(fingerprintOf(Buffer.concat([Buffer.alloc(3), long]).subarray(3)), ids[0]);
  });

  it('takes well under a millisecond, whatever the size', () => {
    for (const bytes of [100_000, 20_000_000]) {
      const data = Buffer.alloc(bytes, 1);
      // The least of many: a busy machine makes single ones longer.
      const times = Array.from({ length: 100 }, () => {
        const started = performance.now();
        fingerprintOf(data);
        return performance.now() - started;
      });
      assert.ok(Math.min(...times) < 1, `${Math.min(...times)} ms for ${bytes} bytes`);
    }
  });
});
