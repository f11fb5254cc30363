import type { NodeAPI } from 'node-red';

import { listModels } from '../../models/store';
import { sharedAnswer } from '../../base/shared-answer';
import type { ModelManifest } from '../../pipeline/model-manifest';
import { serve } from './admin-route';
import { listCalibrations } from '../score/calibrations';
import { firstNumber, modelFigures } from './model-figures';
import { modelFolders } from './models';

const PERMISSION = 'pron-score.read';

/**
 * `GET pronunciation/models`: the models that are found, with facts from their manifests.
 * `GET pronunciation/calibrations`: the calibrations that are found, with their mean errors in points of the teacher's
 * scale; null if a file does not say.
 */
export function serveModelRoutes(RED: NodeAPI): void {
  serve(RED, {
    method: 'get',
    path: 'models',
    permission: PERMISSION,
    answer: sharedAnswer(async () => (await listModels(modelFolders(RED))).map(toldModel)),
  });
  serve(RED, {
    method: 'get',
    path: 'calibrations',
    permission: PERMISSION,
    answer: sharedAnswer(async () =>
      (await listCalibrations(RED)).map(({ file, calibration: { model, ratings, figures } }) => ({
        file, model, ratings, errorBefore: firstNumber(figures, ['before.mae']), errorAfter: firstNumber(figures, ['after.mae']),
      }))),
  });
}

function toldModel({ name, title, description, licence, figures }: ModelManifest): object {
  return { name, title, description, licence, ...modelFigures(figures) };
}
