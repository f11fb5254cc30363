import type { AlignedManifest } from '../model-manifest';
import { alignEmbeddings } from './align';
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

export type Judge = (learner: EncodedSpeech, reference: EncodedSpeech) => Promise<Judgement>;

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
  const { cost, path } = alignEmbeddings(
    learner.embedding, learner.frames, reference.embedding, reference.frames, reference.size,
  );
  const pieces: JudgedPiece[] = [];
  const sums = new Float64Array(learner.frames);
  const counts = new Uint32Array(learner.frames);
  let total = 0;
  for (const piece of cutPieces(path, learner.frames, reference.frames, manifest.alignment)) {
    const { referenceStart, referenceEnd, learnerStart, learnerEnd } = piece;
    const { distance, learnerDistance } = await judge(
      framesOf(learner, learnerStart, learnerEnd), framesOf(reference, referenceStart, referenceEnd),
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
function framesOf(speech: EncodedSpeech, start: number, end: number): EncodedSpeech {
  const { embedding, logPosterior, size, phones } = speech;
  return {
    embedding: embedding.subarray(start * size, end * size),
    logPosterior: logPosterior.subarray(start * phones, end * phones),
    frames: end - start,
    size,
    phones,
  };
}
