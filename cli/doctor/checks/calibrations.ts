import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { installedEar } from '../../../models/ear-fingerprint';
import { calibrationFor, checkJudge, readCalibration } from '../../../models/calibrations';
import { findModel } from '../../../models/store';
import { USER_CALIBRATIONS, USER_MODELS } from '../../../models/user-folders';
import type { Check } from '../check';
import { notHere, ok, type Finding } from '../finding';
import { problemOf } from '../from-error';

/** Whether it can be read, and fits the model that it was made for as that model is now. */
async function calibrationFinding(folder: string, file: string, models: readonly string[]): Promise<Finding> {
  const path = join(folder, file);
  try {
    const calibration = await readCalibration(path);
    const { model, ear = false, ratings, created } = calibration;
    const found = await findModel(model, models);
    await calibrationFor(path, found);
    const here = ear ? await installedEar() : undefined;
    if (here !== undefined) checkJudge(calibration, path, found, here);
    return ok(file, `For the model ${model} ${ear ? 'with' : 'without'} the ear, from ${ratings} ratings.`, { model, ear, ratings, created });
  } catch (error) {
    return problemOf(file, error);
  }
}

export const calibrations: Check = {
  name: 'calibrations',
  title: 'Calibrations',
  limitMs: 3000,
  run: async ({ userDir }) => {
    const folder = join(userDir, USER_CALIBRATIONS);
    const files = await readdir(folder).catch(() => []);
    const found = files.filter((file) => file.endsWith('.json') && !file.startsWith('.')).sort();
    if (found.length === 0) return [notHere('calibrations', `There is none in ${folder}.`)];
    return Promise.all(found.map((file) => calibrationFinding(folder, file, [join(userDir, USER_MODELS)])));
  },
};
