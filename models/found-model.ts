import type { ModelManifest } from '../pipeline/model-manifest';

/** A manifest and the folder that holds its graphs. */
export interface FoundModel<Manifest extends ModelManifest = ModelManifest> {
  readonly manifest: Manifest;
  readonly folder: string;
}
