import type { NodeAPI } from 'node-red';

import { acquireEngine } from '../../engine/engine';
import { probeDevices, probesEnded, record } from '../../devices/recorder';
import type { MicCheck } from '../../pipeline/mic-check';
import { serve, toldFailure } from '../lib/admin-route';
import { oneTrial } from '../lib/one-trial';
import { postedSettings } from '../lib/posted-settings';
import { MIC_FIELDS } from './settings';

const TEST_MS = 2000;

const TEST_FIELDS = { recorder: MIC_FIELDS.recorder, device: MIC_FIELDS.device, sampleRate: MIC_FIELDS.sampleRate } as const;

/** Records for two seconds and judges the recording. */
const test = oneTrial(async (body: unknown, signal: AbortSignal): Promise<MicCheck> => {
  const { recorder, device, sampleRate } = postedSettings(TEST_FIELDS, body);
  await probesEnded();
  signal.throwIfAborted();
  const recording = record({ device, recorder, sampleRate, maxMs: TEST_MS });
  signal.addEventListener('abort', () => void recording.abort());
  const { wav } = await recording.done;
  const engine = acquireEngine();
  try {
    return await engine.run({ kind: 'mic-check', wav });
  } finally {
    await engine.release();
  }
});

/**
 * `GET pronunciation/devices?recorder=`: the microphones for the list in the dialog. If one can't be opened, it has the reason.
 * `POST pronunciation/mic-test`: tests the device in the dialog.
 */
export function serveMicRoutes(RED: NodeAPI): void {
  serve(RED, {
    method: 'get',
    path: 'devices',
    permission: 'pron-mic.read',
    answer: async ({ query }) => {
      const { recorder } = postedSettings({ recorder: MIC_FIELDS.recorder }, query);
      const devices = await probeDevices(recorder);
      return devices.map(({ problem, ...device }) => ({ ...device, problem: problem && toldFailure(RED, problem) }));
    },
  });
  serve(RED, {
    method: 'post',
    path: 'mic-test',
    permission: 'pron-mic.write',
    answer: ({ body }, signal) => test(body, signal),
  });
}
