import { join } from 'node:path';
import type { Supervisor } from '../../../engine/supervisor';
import { findModel, modelNames } from '../../../models/store';
import { graphsStamp } from '../../../models/model-files';
import { USER_MODELS } from '../../../models/user-folders';
import type { Check } from '../check';
import { ok, problem, type Finding } from '../finding';
import { problemOf } from '../from-error';
import { tryModel, stoppingOnAbort } from '../recordings';

/** A manifest may be right and its graphs no networks: each model compares two recordings. */
async function modelFinding(name: string, folders: readonly string[], engine: Supervisor): Promise<Finding> {
  const subject = `model ${name}`;
  try {
    const found = await findModel(name, folders);
    await graphsStamp(found);
    const { same } = await tryModel(engine, found.manifest, folders);
    const { title, licence } = found.manifest;
    return ok(subject, `${title}: it loads and compares.`, { folder: found.folder, licence, value: same.value });
  } catch (error) {
    return problemOf(subject, error);
  }
}

export const models: Check = {
  name: 'models',
  title: 'Models',
  limitMs: 8000,
  run: async ({ userDir, engine }, signal) => {
    const folders = [join(userDir, USER_MODELS)];
    const names = await modelNames(folders);
    if (names.length === 0) return [problem('models', 'There is none.', 'Install the package again.')];
    return stoppingOnAbort(engine, signal, async () => {
      const findings: Finding[] = [];
      for (const name of names) {
        if (!signal.aborted) findings.push(await modelFinding(name, folders, engine));
      }
      return findings;
    });
  },
};
