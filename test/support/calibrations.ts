import { writeFileSync } from 'node:fs';

import { modelFingerprint } from '../../models/fingerprint';
import { findModel } from '../../models/store';
import { CALIBRATION_FORMAT, CALIBRATION_VERSION, type Calibration } from '../../pipeline/siamese/calibration-file';

/** Halves every score of the default model: 50 - 25 * distance. */
const HALVING: Calibration['knots'] = [0, 1, 2].map((distance) => ({ distance, score: 50 - 25 * distance }));

const AGREEMENT = { rmse: 1, mae: 1, pearson: 0.8, spearman: 0.8 };

/** A whole calibration for a model, changed by `change`. */
export async function calibrationOf(model: string, folders: readonly string[], change: object = {}): Promise<object> {
  const calibration: Calibration = {
    format: CALIBRATION_FORMAT,
    version: CALIBRATION_VERSION,
    model,
    fingerprint: await modelFingerprint(await findModel(model, folders)),
    created: '2026-01-02T03:04:05.000Z',
    scale: { worst: 0, best: 10 },
    method: 'logistic',
    ratings: 40,
    speakers: null,
    knots: HALVING,
    figures: { before: AGREEMENT, after: AGREEMENT },
  };
  return { ...calibration, ...change };
}

/** Writes one and returns the path. */
export async function writeCalibration(path: string, model = 'default', folders: readonly string[] = [], change: object = {}): Promise<string> {
  writeFileSync(path, JSON.stringify(await calibrationOf(model, folders, change)));
  return path;
}
