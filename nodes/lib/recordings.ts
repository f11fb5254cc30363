import { join } from 'node:path';

import { packageRoot } from '../../engine/package-root';

/**
 * Names the folder of the bundled recordings, which is another one in every installation, so that a flow can
 * write `${PRONUNCIATION_RECORDINGS}/ko-correct.wav` wherever Node-RED evaluates environment variables.
 * Who has set the variable already keeps their own folder.
 */
export function nameRecordings(): void {
  process.env.PRONUNCIATION_RECORDINGS ??= join(packageRoot(), 'resources', 'recordings');
}
