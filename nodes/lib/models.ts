import { join } from 'node:path';

import type { NodeAPI } from 'node-red';

import { USER_MODELS } from '../../models/user-folders';

/** Folders with the user's own models, in addition to the package's: `pronunciation-models` in the user directory of this
 *  Node-RED. */
export function modelFolders(RED: NodeAPI): string[] {
  const { userDir } = RED.settings;
  return userDir === undefined ? [] : [join(userDir, USER_MODELS)];
}
