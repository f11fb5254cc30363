import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { NodeAPI } from 'node-red';

import { readCalibration } from '../../models/calibrations';
import { USER_CALIBRATIONS } from '../../models/user-folders';
import { PronError } from '../../base/errors';
import type { Calibration } from '../../pipeline/siamese/calibration-file';

/** Path of a calibration; undefined for none. @param name a plain file name: the settings have checked that */
export function calibrationPath(RED: NodeAPI, name: string): string | undefined {
  if (name === '') return undefined;
  const { userDir } = RED.settings;
  if (userDir === undefined) throw new PronError('PRON_CALIBRATION_MISSING', { file: join(USER_CALIBRATIONS, name) });
  return join(userDir, USER_CALIBRATIONS, name);
}

/** The calibrations in the user directory that can be read, by file name. */
export async function listCalibrations(RED: NodeAPI): Promise<{ readonly file: string; readonly calibration: Calibration }[]> {
  const { userDir } = RED.settings;
  if (userDir === undefined) return [];
  const folder = join(userDir, USER_CALIBRATIONS);
  const files = await readdir(folder).catch(() => []); // the folder may not exist
  const found = await Promise.all(
    files
      .filter((file) => file.endsWith('.json') && !file.startsWith('.'))
      .sort()
      .map((file) => readCalibration(join(folder, file)).then((calibration) => [{ file, calibration }], () => [])),
  );
  return found.flat();
}
