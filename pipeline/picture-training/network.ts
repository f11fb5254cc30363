import type { Random } from '../../base/random';

/** A picture is averaged over tiles; two dense layers make an embedding of the averages. Between them values below 0 become 0. */
export interface NetworkShape {
  /** Of the picture, in pixels. */
  readonly height: number;
  readonly width: number;
  /** Of a tile, in pixels; what is left over at the right and below is not looked at. */
  readonly tileHeight: number;
  readonly tileWidth: number;
  readonly hidden: number;
  readonly embedding: number;
}

/** Row-major: output x input. */
export interface NetworkWeights {
  readonly hidden: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly embedding: Float32Array;
  readonly embeddingBias: Float32Array;
}

/** What a picture becomes on its way through the network. */
export interface Activations {
  /** After values below 0 became 0. */
  readonly hidden: Float32Array;
  readonly embedding: Float32Array;
}

/** The network of the lesson: a small form of the original project's, which had convolutions in place of the averages. */
export const LESSON_SHAPE: NetworkShape = { height: 99, width: 250, tileHeight: 3, tileWidth: 5, hidden: 64, embedding: 5 };

/** The number of tiles: what the first layer reads. */
export function inputsOf({ height, width, tileHeight, tileWidth }: NetworkShape): number {
  return Math.floor(height / tileHeight) * Math.floor(width / tileWidth);
}

/** The mean of each tile of a picture (height x width), row by row. */
export function tilesOf(picture: Float32Array, { height, width, tileHeight, tileWidth }: NetworkShape): Float32Array {
  const [rows, columns] = [Math.floor(height / tileHeight), Math.floor(width / tileWidth)];
  const tiles = new Float32Array(rows * columns);
  for (let y = 0; y < rows * tileHeight; y++) {
    const row = Math.floor(y / tileHeight) * columns;
    for (let x = 0; x < columns * tileWidth; x++) {
      const tile = row + Math.floor(x / tileWidth);
      tiles[tile] = (tiles[tile] as number) + (picture[y * width + x] as number) / (tileHeight * tileWidth);
    }
  }
  return tiles;
}

/** All weights 0, as for gradients. */
export function zeroWeights(shape: NetworkShape): NetworkWeights {
  return {
    hidden: new Float32Array(shape.hidden * inputsOf(shape)),
    hiddenBias: new Float32Array(shape.hidden),
    embedding: new Float32Array(shape.embedding * shape.hidden),
    embeddingBias: new Float32Array(shape.embedding),
  };
}

/** Weights drawn evenly within the bounds of He et al. 2015 ("Delving deep into rectifiers"); biases 0. */
export function randomWeights(shape: NetworkShape, random: Random): NetworkWeights {
  const weights = zeroWeights(shape);
  for (const [layer, inputs] of [[weights.hidden, inputsOf(shape)], [weights.embedding, shape.hidden]] as const) {
    const bound = Math.sqrt(6 / inputs);
    for (let i = 0; i < layer.length; i++) layer[i] = bound * (2 * random() - 1);
  }
  return weights;
}

/** @param tiles as `tilesOf` makes them */
export function embed(weights: NetworkWeights, tiles: Float32Array): Activations {
  const hidden = dense(weights.hidden, weights.hiddenBias, tiles);
  for (let i = 0; i < hidden.length; i++) hidden[i] = Math.max(0, hidden[i] as number);
  return { hidden, embedding: dense(weights.embedding, weights.embeddingBias, hidden) };
}

function dense(weights: Float32Array, bias: Float32Array, input: Float32Array): Float32Array {
  const output = new Float32Array(bias.length);
  for (let o = 0, at = 0; o < output.length; o++) {
    let sum = bias[o] as number;
    for (let i = 0; i < input.length; i++, at++) sum += (weights[at] as number) * (input[i] as number);
    output[o] = sum;
  }
  return output;
}

/**
 * Adds the gradient of a loss to `gradient`.
 * @param ofEmbedding the loss's gradient by the embedding that `embed` has made of `tiles`
 */
export function addGradient(weights: NetworkWeights, tiles: Float32Array, { hidden }: Activations, ofEmbedding: Float32Array, gradient: NetworkWeights): void {
  const ofHidden = new Float32Array(hidden.length);
  for (let o = 0, at = 0; o < ofEmbedding.length; o++) {
    for (let i = 0; i < hidden.length; i++, at++) {
      if (hidden[i] !== 0) ofHidden[i] = (ofHidden[i] as number) + (weights.embedding[at] as number) * (ofEmbedding[o] as number);
    }
  }
  addDense(gradient.embedding, gradient.embeddingBias, hidden, ofEmbedding);
  addDense(gradient.hidden, gradient.hiddenBias, tiles, ofHidden);
}

function addDense(gradient: Float32Array, ofBias: Float32Array, input: Float32Array, ofOutput: Float32Array): void {
  for (let o = 0; o < ofOutput.length; o++) {
    const by = ofOutput[o] as number;
    if (by === 0) continue;
    ofBias[o] = (ofBias[o] as number) + by;
    const row = o * input.length;
    for (let i = 0; i < input.length; i++) gradient[row + i] = (gradient[row + i] as number) + by * (input[i] as number);
  }
}
