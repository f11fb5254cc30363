import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../base/package-root';
import { eachGenerated, isWritten } from './files';

/** `npm run generate`: writes the generated files that have changed. */
eachGenerated((file) => {
  if (isWritten(file)) return;
  const path = join(packageRoot(), file.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.text);
  console.log(file.path);
});
