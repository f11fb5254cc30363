import type { Calibration } from '../../pipeline/siamese/calibration-file';
import { calibrationFor } from '../../models/calibrations';
import type { CalibrationJob } from '../jobs';
import { findModel } from '../../models/store';

export async function runCalibration({ file, model, modelFolders }: CalibrationJob): Promise<Calibration> {
  return calibrationFor(file, await findModel(model, modelFolders));
}
