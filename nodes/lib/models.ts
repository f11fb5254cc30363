import { join } from 'node:path';

import type { NodeAPI } from 'node-red';

import { USER_MODELS } from '../../models/user-folders';

/** Folders with a user's own models, beside those of the package: `pronunciation-models` in the user
 *  directory of this Node-RED. */
export function modelFolders(RED: NodeAPI): string[] {
  const { userDir } = RED.settings;
  return userDir === undefined ? [] : [join(userDir, USER_MODELS)];
}
