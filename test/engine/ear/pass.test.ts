import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { openEar, type Ear, type Listened } from '../../../engine/ear/ear';
import { continuation } from '../../../engine/ear/continue';
import { passOver } from '../../../engine/ear/pass';
import { createTeacher, textTokens } from '../../../engine/ear/taught';
import { transcribe } from '../../../engine/ear/transcribe';
import { createInference } from '../../../engine/inference';
import { referenceVoice } from '../../../engine/offline/reference-voice';
import { findEar } from '../../../models/ear';
import { earSamples } from '../../../pipeline/ear/samples';
import { spell } from '../../../pipeline/ear/spelling';
import { decodeWav } from '../../../pipeline/wav';
import { needsEar } from '../../support/ear';

const SAID = 'She never drinks coffee after dinner';
/** Rounding to int8 differs with the number of tokens. */
const ROUNDING = 0.3;

describe('A pass of the ear', function () {
  this.timeout(120_000);
  let ear: Ear;
  let heard: Listened;
  let prompt: readonly number[];
  const idsOf = (text: string) => textTokens(ear.tokens, spell(text, 'en-US')).ids;
  before(async function () {
    needsEar(this);
    ear = await openEar(await findEar(), createInference({ only: 'native' }));
    heard = await ear.listen(earSamples(decodeWav(await referenceVoice().say(SAID, 'en-US'))).samples);
    prompt = ear.tokens.prompt('en-US') ?? [];
  });

  it('is the same where an earlier pass began with the same words', async () => {
    const earlier = await passOver(ear, heard, prompt, idsOf('She never drinks tea'));
    const ids = idsOf('She never drinks coffee after dinner');
    const [whole, rest] = [await passOver(ear, heard, prompt, ids), await passOver(ear, heard, prompt, ids, earlier)];
    assert.deepEqual(rest.attention.dims, whole.attention.dims);
    assert.deepEqual(rest.memory.keys.dims, whole.memory.keys.dims);
    whole.logProbability.forEach((value, i) => assert.ok(Math.abs(value - (rest.logProbability[i] ?? NaN)) < ROUNDING));
    const off = Math.max(...whole.attention.data.map((value, i) => Math.abs(value - (rest.attention.data[i] ?? NaN))));
    assert.ok(off < ROUNDING, `${off}`);
  });

  it('makes a transcript with few steps, and the same one', async () => {
    let steps = 0;
    const counting: Ear = { ...ear, say: (...args) => (steps++, ear.say(...args)) };
    const alone = await transcribe(counting, heard, prompt);
    const stepsAlone = steps;
    for (const expected of [SAID, 'She drinks coffee after dinner', 'She never drinks tea after dinner', 'Please close the window']) {
      const pass = await passOver(ear, heard, prompt, idsOf(expected));
      steps = 0;
      assert.deepEqual((await transcribe(counting, heard, prompt, pass)).ids, alone.ids);
      assert.ok(steps < stepsAlone || expected.startsWith('Please'), `${expected}: ${steps} steps, ${stepsAlone} alone`);
    }
  });

  it('is made over silence once for a text that is said again', async () => {
    let passes = 0;
    const teach = createTeacher({ ...ear, say: (...args) => (passes++, ear.say(...args)) });
    const text = spell(SAID, 'en-US');
    const [first, again] = [await teach(heard, text, prompt), await teach(heard, text, prompt)];
    assert.equal(passes, 3);
    assert.deepEqual(again.expected, first.expected);
    const other = await teach(heard, spell('She never drinks tea', 'en-US'), prompt);
    assert.equal(passes, 5);
    assert.notDeepEqual(other.expected, first.expected);
  });

  it('tells which word the decoder would write in the place of a token', async () => {
    const { passes, wordOf } = await createTeacher(ear)(heard, spell('She never drinks tea after dinner', 'en-US'), prompt);
    assert.equal(await continuation(ear, heard, passes.heard, wordOf.indexOf(3)), 'coffee');
  });
});
