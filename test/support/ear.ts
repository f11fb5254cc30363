import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { skipFor } from './programs';

/** Skips a test that needs the ear's weights, where the checkout lacks them. */
export function needsEar(test: Mocha.Context): void {
  const isThere = ['encoder.onnx', 'decoder.onnx'].every((file) => existsSync(join(packageRoot(), 'ear', file)));
  if (!isThere) skipFor(test, 'needs the weights of the ear, ear/encoder.onnx and ear/decoder.onnx');
}
