import type { Node, NodeAPI } from 'node-red';

import {
  keepListening,
  record,
  shortName,
  watchMicrophone,
  type Recording,
  type TakeOptions,
} from '../../devices/recorder';
import { PronError, type ErrorCode } from '../../base/errors';
import { namedDevice } from '../lib/named-device';
import type { MicSettings } from './settings';
import type { Stage } from '../lib/stage';

/** The microphone of a mic node. */
export interface MicInput {
  record(options: TakeOptions): Recording;
  close(): Promise<void>;
}

/** Failures that may mean that the device was removed. */
const SUSPICIOUS: readonly ErrorCode[] = ['PRON_MIC_MISSING', 'PRON_MIC_UNPLUGGED', 'PRON_MIC_LOST', 'PRON_MIC_NO_DATA'];

/**
 * Opens the microphone of a node's settings. The status and one warning say when the device is missing, and the status says when
 * it is back. With a pre-roll the microphone stays open; otherwise it is open only during a recording.
 * @param isRecording whether a recording is running: then the status belongs to the recording
 * @param closed fires when the node closes
 */
export async function openMicInput(
  RED: NodeAPI,
  node: Node,
  stage: Stage,
  settings: MicSettings,
  isRecording: () => boolean,
  closed: AbortSignal,
): Promise<MicInput> {
  const { recorder, sampleRate, preRollMs } = settings;
  const device = await namedDevice(RED, node, settings.device, 'arecord', closed);
  const name = shortName(device);
  let isTold = false;
  let failedBefore: ErrorCode | undefined;

  const watch = watchMicrophone({
    device,
    onGone: () => {
      if (!isRecording()) stage.show('failed', 'gone', { device: name });
      if (!isTold) node.warn(RED._('warning.gone', { device }));
      isTold = true;
    },
    onBack: () => {
      if (!isRecording()) stage.show('good', 'back', { device: name });
      isTold = false;
    },
  });

  function suspect(error: unknown): void {
    if (error instanceof PronError && SUSPICIOUS.includes(error.code)) watch.suspect();
  }

  /** Called when the device works: a recording or the first sound has come from it. */
  function onWorking(): void {
    watch.seen();
    isTold = false;
  }

  const listening =
    preRollMs === 0
      ? undefined
      : keepListening({
          device,
          recorder,
          sampleRate,
          preRollMs,
          mayOpen: () => !watch.isGone,
          onHeard: () => {
            failedBefore = undefined;
            onWorking();
            if (!isRecording()) stage.show('waiting', 'listening');
          },
          onFailure: (error) => {
            if (error.code !== failedBefore) stage.watch(Promise.reject(error));
            failedBefore = error.code;
            suspect(error);
          },
        });

  return {
    record: (options) => {
      const recording = listening?.record(options) ?? record({ ...options, device, recorder, sampleRate });
      recording.done.then(onWorking, suspect);
      return recording;
    },
    close: async () => {
      await Promise.all([watch.close(), listening?.close()]);
    },
  };
}
