import type { NodeAPI } from 'node-red';

import { serialise } from '../../base/serialise';
import { findModel } from '../../models/store';
import type { MelFeatures } from '../../pipeline/types';
import { modelFolders } from '../lib/models';
import { ownFeatures, type MelSettings } from './settings';

/**
 * The parameters of a mel node: from the dialog, or from a model's manifest. The manifest is read for every message, so that a
 * new version of the model is used at once. The picture of the dialog is only for people to look at. If the model itself reads
 * pictures, the model decides about the picture.
 */
export function featuresSource(RED: NodeAPI, settings: MelSettings): () => Promise<MelFeatures> {
  if (settings.source === 'own') {
    const features = ownFeatures(settings);
    return () => Promise.resolve(features);
  }
  const { model, picture, pictureHeight, pictureWidth } = settings;
  const wanted = picture === 'none' ? {} : { picture, pictureHeight, pictureWidth };
  return serialise(async () => {
    const { features } = (await findModel(model, modelFolders(RED))).manifest;
    return features.picture === null ? { ...features, ...wanted } : features;
  });
}
