import { memoryOf, type Memory } from './memory';
import { descendantsOf, openFiles, type ProcessFacts } from './processes';

/** The memory of Node-RED and the engine at one moment, after a forced garbage collection. */
export interface Sample {
  readonly nodeRed: Memory;
  readonly engine: Memory;
  /** Open file descriptors. */
  readonly files: { readonly nodeRed: number; readonly engine: number };
  /** Child processes of Node-RED, including the engine. */
  readonly children: number;
}

/** The name that Node-RED gives to its process. */
const NODE_RED = /^node-red\b/;
const ENGINE = /\/engine\/child\.js/;

/** Watches the one Node-RED that this process has started with `probeEnvironment(folder)`, and its engine. */
export function watchMemory(folder: string): () => Promise<Sample> {
  const nodeRed = childThat(process.pid, NODE_RED, 'Node-RED');
  const engine = childThat(nodeRed, ENGINE, 'the engine');
  return async () => {
    // A new engine starts with little memory, and would hide a leak of the one before it.
    if (childThat(nodeRed, ENGINE, 'the engine') !== engine) throw new Error('The engine has been started again.');
    return {
      nodeRed: await memoryOf(nodeRed, folder),
      engine: await memoryOf(engine, folder),
      files: { nodeRed: openFiles(nodeRed), engine: openFiles(engine) },
      children: childrenOf(nodeRed).length,
    };
  };
}

const childrenOf = (pid: number): ProcessFacts[] => descendantsOf(pid).filter(({ parent }) => parent === pid);

function childThat(parent: number, command: RegExp, name: string): number {
  const found = childrenOf(parent).filter((child) => command.test(child.command));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`There should be one process of ${name}, and there are ${found.length}.`);
  return only.pid;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** One line: `Node-RED 93.1 MB (heap 30.2, outside 8.1), engine 101.7 MB (heap 12.0, outside 3.0), files 33 and 27, children 1`. */
export function sampleLine({ nodeRed, engine, files, children }: Sample): string {
  const memory = ({ rss, heapUsed, external }: Memory): string => `${megabytes(rss)} MB (heap ${megabytes(heapUsed)}, outside ${megabytes(external)})`;
  return `Node-RED ${memory(nodeRed)}, engine ${memory(engine)}, files ${files.nodeRed} and ${files.engine}, children ${children}`;
}
