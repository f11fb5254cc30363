import type { Flow } from '../flow/flow';
import { factsOf, type TryName } from '../flow/recordings';

const RECORD_SECONDS = 5;

/**
 * A button *record* for somebody who says the sentence of a try, a microphone and the cut to what was spoken, in a row at `y`.
 * @param to the node that gets the recording
 */
export function addRecord(flow: Flow, sentence: TryName, y: number, to: string): void {
  flow.add('record', 'inject', {
    name: 'record', props: [{ p: 'payload' }, { p: 'pronunciation', v: factsOf(sentence), vt: 'json' }],
    payload: 'true', payloadType: 'bool', at: [110, y], to: ['mic'],
  });
  flow.add('mic', 'pron-mic', { mode: 'fixed', seconds: RECORD_SECONDS, at: [330, y], to: [['vad'], []] });
  flow.add('vad', 'pron-vad', { at: [470, y], to: [to] });
}
