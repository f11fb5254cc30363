import type { Calibration } from '../../pipeline/siamese/calibration';
import { calibrationFor } from '../calibrations';
import type { CalibrationJob } from '../jobs';
import { findModel } from '../models';

export async function runCalibration({ file, model, modelFolders }: CalibrationJob): Promise<Calibration> {
  return calibrationFor(file, await findModel(model, modelFolders));
}
