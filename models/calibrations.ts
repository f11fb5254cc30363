import { basename, dirname } from 'node:path';
import { phrase, PronError } from '../base/errors';
import type { Calibration } from '../pipeline/siamese/calibration-file';
import { checkCalibration } from './calibration-check';
import { FileFault, findFileIn, readText } from '../base/files';
import { modelFingerprint, modelLabel } from './fingerprint';
import type { FoundModel } from './found-model';

/** A calibration with 1,000 knots takes 60 kB. */
export const MAX_CALIBRATION_BYTES = 1_000_000;

/**
 * Reads a file that the command calibrate wrote. A link that leads out of its folder is refused.
 * @throws PronError PRON_CALIBRATION_MISSING, PRON_CALIBRATION_BROKEN
 */
export async function readCalibration(path: string): Promise<Calibration> {
  let json: string;
  try {
    json = await readText(await findFileIn(dirname(path), basename(path), MAX_CALIBRATION_BYTES));
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    if (error.kind === 'missing') throw new PronError('PRON_CALIBRATION_MISSING', { file: path });
    throw new PronError('PRON_CALIBRATION_BROKEN', { file: basename(path), reason: error.reason });
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new PronError('PRON_CALIBRATION_BROKEN', {
      file: basename(path), reason: phrase('noJson', { reason: (error as Error).message }),
    });
  }
  return checkCalibration(value, basename(path));
}

/** The same, for use with a model. @throws PronError also PRON_CALIBRATION_MODEL: it was made for another one */
export async function calibrationFor(path: string, model: FoundModel): Promise<Calibration> {
  const calibration = await readCalibration(path);
  const fingerprint = await modelFingerprint(model);
  const { name } = model.manifest;
  if (calibration.model === name && calibration.fingerprint === fingerprint) return calibration;
  throw new PronError('PRON_CALIBRATION_MODEL', {
    file: basename(path),
    made: modelLabel(calibration.model, calibration.fingerprint),
    model: modelLabel(name, fingerprint),
  });
}
