import type { NodeAPI } from 'node-red';

import { listModels } from '../../engine/models';
import { listCalibrations } from './calibrations';
import { modelFolders } from './models';

/** `GET pronunciation/models`: names and titles for the lists in the dialogs, for those who may read them. */
export function serveModels(RED: NodeAPI): void {
  RED.httpAdmin.get('/pronunciation/models', RED.auth.needsPermission('pron-score.read'), (_request, response) => {
    listModels(modelFolders(RED)).then(
      (models) => response.json(models.map(({ name, title, description }) => ({ name, title, description }))),
      (error: unknown) => response.status(500).json({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
}

/** `GET pronunciation/calibrations`: the same for the maps to teachers' ratings, with what each was made for. */
export function serveCalibrations(RED: NodeAPI): void {
  RED.httpAdmin.get('/pronunciation/calibrations', RED.auth.needsPermission('pron-score.read'), (_request, response) => {
    listCalibrations(RED).then(
      (found) => response.json(found.map(({ file, calibration: { model, ratings } }) => ({ file, model, ratings }))),
      (error: unknown) => response.status(500).json({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
}
