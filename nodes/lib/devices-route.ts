import type { NodeAPI } from 'node-red';

import { listDevices } from '../../engine/recorder';
import { localised, pronErrorOf } from './errors';

/** `GET pronunciation/devices`: the microphones for the list in the dialog, for those who may read it. */
export function serveDevices(RED: NodeAPI): void {
  RED.httpAdmin.get('/pronunciation/devices', RED.auth.needsPermission('pron-mic.read'), (_request, response) => {
    listDevices().then(
      (devices) => response.json(devices),
      (error: unknown) => {
        const { code, message } = localised(RED, pronErrorOf(error));
        response.status(500).json({ code, message });
      },
    );
  });
}
