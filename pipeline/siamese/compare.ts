import type { AlignedManifest } from '../model-manifest';
import { alignEmbeddings } from './align';
import { MATCH_SIZE, matchFrames } from './match';
import { cutPieces, type Piece } from './pieces';

/** What the encoder says about one recording: `embedding` is frames x size and `logPosterior` frames x
 *  phones, both row-major. */
export interface EncodedSpeech {
  readonly embedding: Float32Array;
  readonly logPosterior: Float32Array;
  readonly frames: number;
  readonly size: number;
  readonly phones: number;
}

/** What the head says about one piece: its distance, and that of each of the learner's frames. */
export interface Judgement {
  readonly distance: number;
  readonly learnerDistance: Float32Array;
}

/** What the head judges: frames of one recording, and what the alignment says of each (frames x 2). */
export interface MatchedSpeech extends EncodedSpeech {
  readonly match: Float32Array;
}

export type Judge = (learner: MatchedSpeech, reference: MatchedSpeech) => Promise<Judgement>;

export interface JudgedPiece extends Piece {
  readonly distance: number;
}

export interface Comparison {
  readonly distance: number;
  /** Null where nothing is aligned. */
  readonly alignmentCost: number | null;
  /** What decides `wrong-sentence`; higher is worse. */
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
  const { cost, path, cosine } = alignEmbeddings(
    learner.embedding, learner.frames, reference.embedding, reference.frames, reference.size,
  );
  const match = matchFrames(cosine, learner.frames, reference.frames, path);
  const matchedLearner = { ...learner, match: match.learner };
  const matchedReference = { ...reference, match: match.reference };
  const pieces: JudgedPiece[] = [];
  const sums = new Float64Array(learner.frames);
  const counts = new Uint32Array(learner.frames);
  let total = 0;
  for (const piece of cutPieces(path, learner.frames, reference.frames, manifest.alignment)) {
    const { referenceStart, referenceEnd, learnerStart, learnerEnd } = piece;
    const { distance, learnerDistance } = await judge(
      framesOf(matchedLearner, learnerStart, learnerEnd), framesOf(matchedReference, referenceStart, referenceEnd),
    );
    total += distance * (referenceEnd - referenceStart);
    for (let l = learnerStart; l < learnerEnd; l++) {
      sums[l] = (sums[l] as number) + (learnerDistance[l - learnerStart] ?? distance);
      counts[l] = (counts[l] as number) + 1;
    }
    pieces.push({ ...piece, distance });
  }
  const distance = total / reference.frames;
  const { weights } = manifest.verdict.wrongSentence;
  return {
    distance,
    alignmentCost: cost,
    mismatch: weights.distance * distance + weights.alignmentCost * cost,
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
