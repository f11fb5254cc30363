import type { Flow } from '../../flow/flow';
import { sentenceButton } from './recordings';

/**
 * The built-in voice, which says both sentences once when the flow starts and again when a button is pressed.
 * @param at of the first button
 * @param to where the reference goes
 */
export function addVoice(flow: Flow, [x, y]: readonly [number, number], to: readonly string[]): void {
  sentenceButton(flow, 'voice ko', 'ko', { name: 'the voice: Korean', once: true, at: [x, y], to: ['voice'] });
  sentenceButton(flow, 'voice en', 'en', { name: 'the voice: English', once: true, onceDelay: 0.2, at: [x, y + 40], to: ['voice'] });
  flow.add('voice', 'pron-tts', { name: 'voice', at: [x + 210, y + 20], to });
}
