import type { ModelManifest } from '../../pipeline/model-manifest';
import type { ModelsJob } from '../jobs';
import { listModels } from '../../models/store';

export function runModels(job: ModelsJob): Promise<ModelManifest[]> {
  return listModels(job.modelFolders);
}
