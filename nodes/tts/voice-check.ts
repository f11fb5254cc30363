import type { Engine } from '../../engine/engine';
import type { CheckVoiceJob } from '../../engine/jobs';
import type { VoiceFault } from '../../pipeline/ear/voice-fault';
import { hyphenated } from '../lib/language';

/** By then the next nodes have worked on the reference, and the learner listens to it. */
const AFTER_MS = 1500;

/** A reference that was sent. */
export type SentReference = Omit<CheckVoiceJob, 'kind'>;

export interface VoiceCheck {
  /** What is wrong with an utterance, as far as is known. */
  readonly faultOf: (utterance: object) => VoiceFault | null;
  /** Has an utterance listened to, later and once. `onFault` is called at most once for it. */
  readonly listenTo: (utterance: object, reference: SentReference, onFault: (fault: VoiceFault) => void) => void;
  readonly close: () => void;
}

/**
 * Listens in the background to the references that a node has sent. It starts no engine and loads no ear; a check that fails
 * says nothing of the voice, so its error is dropped.
 */
export function createVoiceCheck(engine: Engine, afterMs = AFTER_MS): VoiceCheck {
  const faults = new WeakMap<object, VoiceFault | null>();
  const timers = new Map<object, NodeJS.Timeout>();

  async function check(utterance: object, { wav, language, text }: SentReference): Promise<VoiceFault | null> {
    if (engine.pid === undefined) return null;
    const { listened, fault } = await engine.run({ kind: 'check-voice', wav, language: hyphenated(language), text });
    if (listened || fault !== null) faults.set(utterance, fault);
    return fault;
  }

  return {
    faultOf: (utterance) => faults.get(utterance) ?? null,
    listenTo: (utterance, reference, onFault) => {
      if (faults.has(utterance) || timers.has(utterance)) return;
      const listen = async (): Promise<void> => {
        try {
          const fault = await check(utterance, reference);
          if (fault !== null && timers.has(utterance)) onFault(fault);
        } catch {
          // See above.
        } finally {
          timers.delete(utterance);
        }
      };
      timers.set(utterance, setTimeout(() => void listen(), afterMs).unref());
    },
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
