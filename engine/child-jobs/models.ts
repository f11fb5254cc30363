import type { ModelManifest } from '../../pipeline/model-manifest';
import type { ModelsJob } from '../jobs';
import { listModels } from '../models';

export function runModels(job: ModelsJob): Promise<ModelManifest[]> {
  return listModels(job.modelFolders);
}
