import { join } from 'node:path';

import type { NodeAPI } from 'node-red';

import { packageRoot } from '../../engine/package-root';

/**
 * Names two folders, which are others in every installation, so that a flow can write
 * `${PRONUNCIATION_RECORDINGS}/ko-correct.wav` wherever Node-RED evaluates environment variables: that of the bundled
 * recordings, and `PRONUNCIATION_COLLECTION`, where a flow that collects recordings keeps them. Who has set a
 * variable already keeps their own folder.
 */
export function nameRecordings(RED: NodeAPI): void {
  const { userDir } = RED.settings;
  process.env.PRONUNCIATION_RECORDINGS ??= join(packageRoot(), 'resources', 'recordings');
  if (userDir !== undefined) process.env.PRONUNCIATION_COLLECTION ??= join(userDir, 'pronunciation-recordings');
}
