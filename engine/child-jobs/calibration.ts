import type { Calibration } from '../../pipeline/siamese/calibration-file';
import { calibrationFor, checkJudge } from '../../models/calibrations';
import { installedEar } from '../../models/ear-fingerprint';
import type { CalibrationJob } from '../jobs';
import { findModel } from '../../models/store';

/** Without an ear here nothing is said of the calibration's: what has heard the learners may be elsewhere. */
export async function runCalibration({ file, model, modelFolders }: CalibrationJob): Promise<Calibration> {
  const found = await findModel(model, modelFolders);
  const calibration = await calibrationFor(file, found);
  const ear = calibration.ear === true ? await installedEar() : undefined;
  if (ear !== undefined) checkJudge(calibration, file, found, ear);
  return calibration;
}
