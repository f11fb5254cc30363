import { flowFile } from '../../flow/files';
import type { Flow, Placed } from '../../flow/flow';

/** Adds a Function node whose code is the file of its key. */
export function addFunction(flow: Flow, key: string, name: string, { outputs = 1, ...placed }: Placed & { readonly outputs?: number }): void {
  flow.add(key, 'function', { name, func: flowFile(`station/functions/${key}.js`), outputs, ...placed });
}
