import type { NodeAPI } from 'node-red';

import { listLoudspeakers } from '../../engine/player';
import { listDevices } from '../../engine/recorder';
import { localised, pronErrorOf } from './errors';

/** `GET pronunciation/devices`: the microphones for the list in the dialog, for those who may read it. */
export function serveDevices(RED: NodeAPI): void {
  serveList(RED, '/pronunciation/devices', 'pron-mic.read', listDevices);
}

/** `GET pronunciation/loudspeakers`: the same for what the play node plays on. */
export function serveLoudspeakers(RED: NodeAPI): void {
  serveList(RED, '/pronunciation/loudspeakers', 'pron-play.read', listLoudspeakers);
}

function serveList(RED: NodeAPI, path: string, permission: string, list: () => Promise<unknown>): void {
  RED.httpAdmin.get(path, RED.auth.needsPermission(permission), (_request, response) => {
    list().then(
      (found) => response.json(found),
      (error: unknown) => {
        const { code, message } = localised(RED, pronErrorOf(error));
        response.status(500).json({ code, message });
      },
    );
  });
}
