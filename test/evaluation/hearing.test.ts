import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { PronError } from '../../base/errors';
import { createHear, hearNothing, withoutEarNote, type Hearing } from '../../evaluation/hearing';
import type { Heard } from '../../pipeline/ear/heard';
import { heard, pairOf } from './heard';

const WAV = new Uint8Array(4);
const read = () => Promise.resolve(WAV);

describe('What the ear hears of a table', () => {
  it('is heard once for each recording and text', async () => {
    const asked: string[] = [];
    const hear = createHear({ hear: (_wav, text, language): Promise<Heard> => Promise.resolve(heard({ text: asked[asked.push(`${language} ${text}`) - 1] ?? '' })) }, read);
    const other = { text: 'four', language: 'en-US' };
    for (const pair of [pairOf(), pairOf({ expected: other, same: false }), pairOf(), pairOf({ learner: '/b.wav' })]) await hear(pair);
    assert.deepEqual(asked, ['en one two three', 'en-US four', 'en one two three']);
    assert.equal((await hear(pairOf({ reference: { path: '/r.wav' }, expected: other }))).heard?.text, 'en-US four');
  });

  it('is nothing without a text, and says how many pairs had none and why', async () => {
    const long = (seconds: number) => new PronError('PRON_EAR_LONG', { seconds, limit: 29 });
    const errors = [long(31), long(45)];
    const hear = createHear({
      hear: (_wav, _text, _language, onWithout) => {
        const error = errors.shift();
        if (error !== undefined) onWithout?.(error);
        return Promise.resolve(error === undefined ? heard() : undefined);
      },
    }, read);
    const hearings: Hearing[] = [];
    for (const learner of ['/long.wav', '/longer.wav', '/short.wav', '/long.wav']) hearings.push(await hear(pairOf({ learner })));
    hearings.push(await hear(pairOf({ expected: null })));
    assert.deepEqual(hearings.map(({ heard: said }) => said === undefined), [true, true, false, true, true]);
    assert.deepEqual(withoutEarNote(hearings).split('\n'), [
      `Scored without the ear: 3 of 5 pairs. ${long(31).message}`,
      'Scored without the ear: 1 of 5 pairs. The table has no text with a language for them.',
      '',
    ]);
  });

  it('is not asked for where nobody wants it, and then nothing is said', async () => {
    assert.equal(withoutEarNote([await hearNothing(pairOf())]), '');
  });
});
