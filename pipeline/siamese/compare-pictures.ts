import type { Picture } from '../resize';
import type { Comparison, EncodedSpeech } from './compare';

/** A picture as a network's input, channels x height x width, 0 black to 1. */
export function pictureInput({ pixels, height, width, channels }: Picture): Float32Array {
  const area = height * width;
  const input = new Float32Array(channels * area);
  for (let at = 0; at < area; at++) {
    for (let c = 0; c < channels; c++) input[c * area + at] = (pixels[at * channels + c] as number) / 255;
  }
  return input;
}

/** Euclidean distance of the two pictures' embeddings, which are one frame each; nothing is known along the time. */
export function comparePictures(learner: EncodedSpeech, reference: EncodedSpeech): Comparison {
  let sum = 0;
  for (let i = 0; i < reference.size; i++) {
    sum += ((learner.embedding[i] as number) - (reference.embedding[i] as number)) ** 2;
  }
  const distance = Math.sqrt(sum);
  return {
    distance,
    alignmentCost: null,
    mismatch: distance,
    frameDistance: new Float32Array(0),
    pieces: [],
    path: new Int32Array(0),
  };
}
