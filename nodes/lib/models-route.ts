import type { NodeAPI } from 'node-red';

import { listModels } from '../../engine/models';
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
