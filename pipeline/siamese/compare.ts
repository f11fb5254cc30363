import type { AlignedManifest } from '../model-manifest';
import { alignEmbeddings } from './align';
import { alignmentFacts } from './facts';
import { MATCH_SIZE, matchFrames } from './match';
import { cutPieces, type Piece } from './pieces';

/** What the encoder says about one recording: `embedding` is frames x size and `logPosterior` frames x
 *  phones, both row-major; `speech` the log odds that anybody speaks, where the model tells. */
export interface EncodedSpeech {
  readonly embedding: Float32Array;
  readonly logPosterior: Float32Array;
  readonly frames: number;
  readonly size: number;
  readonly phones: number;
  readonly speech?: number;
}

/** What the head says about one piece: its distance, that of each of the learner's frames, and what tells with all
 *  other pieces' whether it is another sentence. */
export interface Judgement {
  readonly distance: number;
  readonly learnerDistance: Float32Array;
  readonly summary: Float32Array;
}

/** What the head judges: frames of one recording, and what the alignment says of each (frames x 2). */
export interface MatchedSpeech extends EncodedSpeech {
  readonly match: Float32Array;
}

export interface Judge {
  piece(learner: MatchedSpeech, reference: MatchedSpeech): Promise<Judgement>;
  /** The log odds that the learner said another sentence.
   *  @param summary mean over the pieces
   *  @param facts as `alignmentFacts` gives them */
  mismatch(summary: Float32Array, facts: Float32Array): Promise<number>;
}

export interface JudgedPiece extends Piece {
  readonly distance: number;
}

export interface Comparison {
  readonly distance: number;
  /** Null where nothing is aligned. */
  readonly alignmentCost: number | null;
  /** What decides `wrong-sentence`: log odds, of pictures the distance; higher is worse. */
  readonly mismatch: number;
  /** Distance of each of the learner's embedding frames. */
  readonly frameDistance: Float32Array;
  readonly pieces: readonly JudgedPiece[];
  /** Pairs learner frame, reference frame, as `alignEmbeddings` gives them. */
  readonly path: Int32Array;
}

/** Aligns, cuts into pieces, judges each, and averages by the pieces' lengths in the reference: what is
 *  long in the sentence counts long, however fast the learner ran over it. */
export async function compareEncoded(
  judge: Judge,
  learner: EncodedSpeech,
  reference: EncodedSpeech,
  manifest: AlignedManifest,
): Promise<Comparison & { readonly alignmentCost: number }> {
  const alignment = alignEmbeddings(
    learner.embedding, learner.frames, reference.embedding, reference.frames, reference.size,
  );
  const { cost, path } = alignment;
  const match = matchFrames(alignment);
  const matchedLearner = { ...learner, match: match.learner };
  const matchedReference = { ...reference, match: match.reference };
  const pieces: JudgedPiece[] = [];
  const sums = new Float64Array(learner.frames);
  const counts = new Uint32Array(learner.frames);
  let total = 0;
  let summaries = new Float64Array(0);
  const cut = cutPieces(path, learner.frames, reference.frames, manifest.alignment);
  for (const piece of cut) {
    const { referenceStart, referenceEnd, learnerStart, learnerEnd } = piece;
    const { distance, learnerDistance, summary } = await judge.piece(
      framesOf(matchedLearner, learnerStart, learnerEnd), framesOf(matchedReference, referenceStart, referenceEnd),
    );
    const share = (referenceEnd - referenceStart) / reference.frames;
    total += distance * share;
    summaries = Float64Array.from(summary, (value, i) => (summaries[i] ?? 0) + value * share);
    for (let l = learnerStart; l < learnerEnd; l++) {
      sums[l] = (sums[l] as number) + (learnerDistance[l - learnerStart] ?? distance);
      counts[l] = (counts[l] as number) + 1;
    }
    pieces.push({ ...piece, distance });
  }
  return {
    distance: total,
    alignmentCost: cost,
    mismatch: await judge.mismatch(Float32Array.from(summaries), alignmentFacts(cost, match, cut)),
    frameDistance: Float32Array.from(sums, (sum, l) => (counts[l] ? sum / counts[l] : manifest.score.margin)),
    pieces,
    path,
  };
}

/** Frames `start` to `end` (exclusive), as views: nothing is copied. */
function framesOf(speech: MatchedSpeech, start: number, end: number): MatchedSpeech {
  const { embedding, logPosterior, match, size, phones } = speech;
  return {
    embedding: embedding.subarray(start * size, end * size),
    logPosterior: logPosterior.subarray(start * phones, end * phones),
    match: match.subarray(start * MATCH_SIZE, end * MATCH_SIZE),
    frames: end - start,
    size,
    phones,
  };
}
