import type { Node, NodeAPI } from 'node-red';
import type { VoiceServer } from '../../voices';

/** The credentials of a tts node, which Node-RED keeps out of the flow. */
export interface TtsCredentials {
  readonly key?: string;
}

/** What the editor shows in place of a password that it does not know. */
const HIDDEN = '__PWRD__';

const servers = new WeakMap<object, VoiceServer>();

export function keyOf(node: Node): string {
  return (node as Partial<Node<TtsCredentials>>).credentials?.key ?? '';
}

/** Remembers where a deployed node may send its key. */
export function rememberServer(node: Node, address: string): void {
  servers.set(node, { address, key: keyOf(node) });
}

/** The key that a dialog means: the one typed in, or the deployed one, which goes only to the address it was deployed with. */
export function keyInDialog(RED: NodeAPI, { id, key, address }: { readonly id: string; readonly key: string; readonly address: string }): string {
  if (key !== HIDDEN) return key;
  const node: unknown = RED.nodes.getNode(id);
  const deployed = typeof node === 'object' && node !== null ? servers.get(node) : undefined;
  return deployed?.address === address ? deployed.key : '';
}
