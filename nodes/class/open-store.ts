import { join, resolve } from 'node:path';

import type { Node, NodeAPI } from 'node-red';

import { phrase, PronError } from '../../base/errors';
import { phraseIn } from '../lib/errors';
import type { Stage } from '../lib/stage';
import type { ClassSettings } from './settings';
import { openClass, type ClassStore } from './store';

/** Folders that a node writes. Two nodes that write the same file would destroy it. */
const inUse = new Set<string>();

/**
 * Opens the class of a node in the user directory, for this node alone, until it closes.
 * @throws PronError PRON_CLASS_IN_USE, PRON_CLASS_STORE
 */
export async function openStore(RED: NodeAPI, node: Node, { onClose }: Pick<Stage, 'onClose'>, settings: ClassSettings): Promise<ClassStore> {
  const { className, places, seats, awayMinutes } = settings;
  const folder = resolve(join(RED.settings.userDir ?? '.', 'pronunciation', 'classes', className));
  // Some file systems do not tell capitals from small letters.
  const key = folder.normalize('NFC').toLowerCase();
  if (inUse.has(key)) throw new PronError('PRON_CLASS_IN_USE', { className });
  inUse.add(key);
  const opening = openClass(folder, { places, seats, awayMs: awayMinutes * 60_000 });
  onClose(async () => {
    const store = await opening.catch(() => undefined);
    await store?.close();
    inUse.delete(key);
  });
  try {
    const store = await opening;
    if (store.dropped() > 0) node.warn(phraseIn(RED, phrase('classLinesLost', { count: store.dropped(), className })));
    return store;
  } catch (error) {
    throw storageFault(error, className);
  }
}

/** An error of the file system as one of the class; any other as it is. */
export function storageFault(error: unknown, className: string): unknown {
  if (!(error instanceof Error) || error instanceof PronError) return error;
  return 'code' in error || 'syscall' in error ? new PronError('PRON_CLASS_STORE', { className, reason: error.message }) : error;
}
