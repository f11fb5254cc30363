import type { Node, NodeAPI } from 'node-red';

import { lookAfterMicrophone, type MixerChange } from '../../devices/mixer';
import { phrase, type Phrase } from '../../base/errors';
import { serialise } from '../../base/serialise';
import { isTooQuiet } from '../../pipeline/mic-limits';
import type { Level } from '../../pipeline/types';
import { phraseIn } from '../lib/errors';
import type { MicSettings } from './settings';
import type { Stage } from '../lib/stage';

/** Time limit, ms: a sound server that hangs must not delay a recording for longer. */
const LIMIT_MS = 3000;

/** Checks the mixer again if a recording was silent or too quiet. */
export type MixerCare = (heard: Level) => Promise<void>;

/** Corrects the microphone's switch and level in the mixer when the node starts, unless its settings forbid that. A warning
 *  reports each change once. */
export function startMixerCare(
  RED: NodeAPI,
  node: Node,
  stage: Pick<Stage, 'onClose'>,
  settings: Pick<MicSettings, 'device' | 'lookAfterMixer'>,
): MixerCare {
  const { device, lookAfterMixer } = settings;
  if (!lookAfterMixer) return () => Promise.resolve();
  const closed = new AbortController();
  const isClosed = (): boolean => closed.signal.aborted;
  const told = new Set<string>();
  // One after the other: two at the same time would both warn about the same change.
  const lookAfterInTurn = serialise(lookAfter);
  let last = Promise.resolve();

  async function lookAfter(heardTooLittle: boolean): Promise<void> {
    if (isClosed()) return;
    const signal = AbortSignal.any([closed.signal, AbortSignal.timeout(LIMIT_MS)]);
    const changes = await lookAfterMicrophone(device, { heardTooLittle, signal });
    for (const change of changes) {
      const text = phraseIn(RED, sentenceOf(change));
      if (told.has(text) || isClosed()) continue;
      told.add(text);
      node.warn(text);
    }
  }

  function queue(heardTooLittle: boolean): Promise<void> {
    // A failure of the mixer must not stop a recording.
    last = lookAfterInTurn(heardTooLittle).catch((error: unknown) => node.debug(String(error)));
    return last;
  }

  void queue(false);
  stage.onClose(() => {
    closed.abort();
    return last;
  });
  return (heard) => (isTooQuiet(heard) ? queue(true) : Promise.resolve());
}

function sentenceOf(change: MixerChange): Phrase {
  const { mixer, control } = change;
  if (change.kind === 'switched-on') return phrase('mixerSwitchedOn', { mixer, control });
  return phrase('mixerRaised', { mixer, control, from: change.from, to: change.to });
}
