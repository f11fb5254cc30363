import type { Server } from 'node:https';

export function openPath(request: { readonly method: string; readonly url: string }, isUpgrade?: boolean): string | undefined;
export function createReverseProxy(options: {
  readonly port: number;
  readonly key: string | Buffer;
  readonly cert: string | Buffer;
  readonly start: string;
}): Server;
