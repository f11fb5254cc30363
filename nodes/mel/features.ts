import type { NodeAPI } from 'node-red';

import { serialise } from '../../base/serialise';
import { findModel } from '../../models/store';
import type { MelFeatures } from '../../pipeline/types';
import { modelFolders } from '../lib/models';
import { ownFeatures, type MelSettings } from './settings';

/**
 * Where a mel node takes its parameters from: the dialog, or a model's manifest, which is read for every
 * message so that a model that was exchanged counts at once. A picture that the dialog asks for is made
 * for people to look at; where the model itself reads pictures, the model decides.
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
