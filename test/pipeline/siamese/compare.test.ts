import assert from 'node:assert/strict';
import { compareEncoded, type EncodedSpeech, type Judge, type Judgement, type MatchedSpeech } from '../../../pipeline/siamese/compare';
import type { MelSpectrogram } from '../../../pipeline/types';
import { TINY_MANIFEST } from './manifest';
import { randomValues } from './random-values';

function melOf(frames: number, seed = 1): MelSpectrogram {
  return { data: randomValues(seed, 4 * frames), bands: 4, frames, parameters: TINY_MANIFEST.features, startMs: 0 };
}

/** The mel's frames themselves as embeddings. */
function transpose(mel: MelSpectrogram): EncodedSpeech {
  const embedding = new Float32Array(mel.data.length);
  for (let b = 0; b < mel.bands; b++) {
    for (let t = 0; t < mel.frames; t++) embedding[t * mel.bands + b] = mel.data[b * mel.frames + t] ?? 0;
  }
  const { frames, bands } = mel;
  return { embedding, logPosterior: new Float32Array(2 * frames), frames, size: bands, phones: 2 };
}

/** Judges pieces by `piece`; the mismatch is the first number of the mean summary. */
function judgeOf(piece: (learner: MatchedSpeech, reference: MatchedSpeech) => Partial<Judgement>): Judge {
  return {
    piece: (learner, reference) => {
      const learnerDistance = new Float32Array(learner.frames);
      return Promise.resolve({ distance: 0, learnerDistance, summary: new Float32Array(1), ...piece(learner, reference) });
    },
    mismatch: ([mean = NaN]) => Promise.resolve(mean),
  };
}

describe('compareEncoded', () => {
  it('averages what is said of the pieces by their length in the reference', async () => {
    const mel = melOf(5); // cut after frame 3 of 5: pieces of 3 and 2
    const judge = judgeOf((_, { frames }) => ({ distance: frames === 3 ? 1 : 0.5, summary: Float32Array.of(frames) }));
    const result = await compareEncoded(judge, transpose(mel), transpose(mel), { ...TINY_MANIFEST, alignment: { pieceFrames: 2.4, minLearnerFrames: 1, widenFrames: 1 } });
    assert.deepEqual(result.pieces.map((piece) => piece.referenceEnd), [3, 5]);
    assert.ok(Math.abs(result.distance - (3 * 1 + 2 * 0.5) / 5) < 1e-12);
    assert.ok(Math.abs(result.mismatch - (3 * 3 + 2 * 2) / 5) < 1e-6);
  });

  it('hands each piece its own frames of both recordings', async () => {
    const mel = melOf(4);
    const whole = transpose(mel).embedding;
    const seen: Float32Array[] = [];
    const judge = judgeOf((learner, reference) => {
      assert.deepEqual(learner.embedding, reference.embedding);
      assert.equal(learner.logPosterior.length, 2 * learner.frames);
      seen.push(reference.embedding);
      return {};
    });
    await compareEncoded(judge, transpose(mel), transpose(mel), TINY_MANIFEST);
    assert.deepEqual(seen, [whole.subarray(0, 8), whole.subarray(8, 16)]);
  });

  it('gives each frame of the learner the mean over the pieces that contain it', async () => {
    const mel = melOf(4);
    let piece = 0;
    const judge = judgeOf((learner) => ({ learnerDistance: new Float32Array(learner.frames).fill(++piece) }));
    // Both pieces hold two frames and are widened by one: frames 1 and 2 belong to both.
    const alignment = { pieceFrames: 2, minLearnerFrames: 3, widenFrames: 1 };
    const result = await compareEncoded(judge, transpose(mel), transpose(mel), { ...TINY_MANIFEST, alignment });
    assert.deepEqual([...result.frameDistance], [1, 1.5, 1.5, 2]);
  });

  it('tells who decides about another sentence what the alignment says of it', async () => {
    let facts = new Float32Array(0);
    const judge: Judge = {
      ...judgeOf(() => ({})),
      mismatch: (_, said) => {
        facts = Float32Array.from(said);
        return Promise.resolve(0);
      },
    };
    const result = await compareEncoded(judge, transpose(melOf(9, 1)), transpose(melOf(7, 2)), TINY_MANIFEST);
    assert.equal(facts.length, 7);
    assert.ok(Math.abs((facts[0] ?? NaN) - result.alignmentCost) < 1e-6);
    assert.ok(Math.abs((facts[5] ?? NaN) - Math.log(9 / 7)) < 1e-6);
  });
});
