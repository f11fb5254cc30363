import { existsSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { skipFor } from './programs';

/** Skips a test or a whole suite that needs the ear's weights, where the checkout lacks them. */
export function needsEar(test: Mocha.Context): void {
  const isThere = ['encoder.onnx', 'decoder.onnx'].every((file) => existsSync(join(packageRoot(), 'ear', file)));
  if (!isThere) skipFor(test, 'needs the weights of the ear, ear/encoder.onnx and ear/decoder.onnx');
}

/** Lets this process believe that the machine has too little memory for the ear, until the returned function is called. */
export function onSmallMachine(): () => void {
  const { totalmem } = os;
  os.totalmem = () => 500e6;
  return () => {
    os.totalmem = totalmem;
  };
}
