import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { readCalibration } from '../../models/calibrations';
import { CALIBRATION_FORMAT, CALIBRATION_VERSION, type Calibration } from '../../pipeline/siamese/calibration-file';
import { checkOutputFile } from '../../base/command-line/output-file';
import { UsageError } from '../../base/command-line/usage-error';

/** To be called before the long work. @throws UsageError if the file can't be written, or another kind of file has its name */
export async function checkCalibrationFile(path: string): Promise<void> {
  if (!path.endsWith('.json')) throw new UsageError(`--out is "${path}"; the name must end in .json.`);
  if (existsSync(path)) {
    await readCalibration(path).catch(() => {
      throw new UsageError(`${path} exists and is not a calibration; choose another name for --out.`);
    });
  }
  await checkOutputFile('out', path);
}

export async function writeCalibration(path: string, content: Omit<Calibration, 'format' | 'version'>): Promise<void> {
  const calibration: Calibration = { format: CALIBRATION_FORMAT, version: CALIBRATION_VERSION, ...content };
  await writeFile(path, `${JSON.stringify(calibration, null, 2)}\n`);
}
