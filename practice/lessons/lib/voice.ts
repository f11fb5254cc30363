import type { Flow } from '../../flow/flow';
import { sentenceButton, type TryName } from '../../flow/recordings';

/**
 * The built-in voice, which says the sentences once when the flow starts and again when a button is pressed.
 * @param at of the first button
 * @param to where the reference goes
 * @param own recordings with a sentence of their own
 */
export function addVoice(flow: Flow, [x, y]: readonly [number, number], to: readonly string[], own: readonly TryName[] = []): void {
  sentenceButton(flow, 'voice ko', 'ko-correct', { name: 'the voice: Korean', once: true, at: [x, y], to: ['voice'] });
  sentenceButton(flow, 'voice en', 'en-correct', { name: 'the voice: English', once: true, onceDelay: 0.2, at: [x, y + 40], to: ['voice'] });
  own.forEach((name, i) => sentenceButton(flow, `voice ${name}`, name, { name: `the voice: ${name}`, once: true, onceDelay: 0.4, at: [x, y + 80 + 40 * i], to: ['voice'] }));
  flow.add('voice', 'pron-tts', { name: 'voice', at: [x + 210, y + 20], to });
}
