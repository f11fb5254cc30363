import { basename, dirname } from 'node:path';
import { phrase, PronError, type Phrase } from '../base/errors';
import type { Calibration } from '../pipeline/siamese/calibration-file';
import { checkCalibration } from './calibration-check';
import { judgeFingerprint } from './ear-fingerprint';
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

/**
 * Checks that a calibration that was made with an ear was made with this one.
 * @param ear the fingerprint of the ear that has rated; undefined where it does not say which one it is
 * @throws PronError PRON_CALIBRATION_MODEL
 */
export function checkJudge({ ear: withEar, judge: made, fingerprint }: Calibration, file: string, { manifest }: FoundModel, ear: string | undefined): void {
  if (withEar !== true) return;
  const judge = ear === undefined ? undefined : judgeFingerprint(ear, manifest);
  if (judge !== undefined && judge === made) return;
  const model = modelLabel(manifest.name, fingerprint);
  throw new PronError('PRON_CALIBRATION_MODEL', { file: basename(file), made: earLabel(model, made), model: earLabel(model, judge) });
}

function earLabel(model: string, judge: string | undefined): Phrase {
  return judge === undefined ? phrase('modelWithSomeEar', { model }) : phrase('modelWithEar', { model, ear: judge.slice(0, 8) });
}
