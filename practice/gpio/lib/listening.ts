import { buttonInput } from './palette';
import type { Flow } from '../../flow/flow';
import { recordingButton } from '../../flow/recordings';

/** Columns of the workspace. */
export const COLUMN = { inject: 150, source: 360, microphone: 550, noise: 690, vad: 810, hear: 930, mel: 1050, score: 1180 } as const;

/** The learners' session; the reference's is the same. */
export const LANGUAGE = 'ko';

/**
 * The push button and the microphone. The mic node wants true for pressed and false for released; the level of the pin is
 * inverted.
 * @param pressed keys of other nodes that get a message when the button is pressed
 */
export function buttonAndMicrophone(flow: Flow, y: number, microphone: Readonly<Record<string, unknown>>, pressed: readonly string[]): void {
  buttonInput(flow, 'button', { at: [COLUMN.inject, y], to: ['level'] });
  flow.add('level', 'change', {
    name: 'pressed: 0 becomes true',
    at: [COLUMN.source, y],
    rules: [
      { t: 'set', p: 'payload', pt: 'msg', to: 'payload = 0', tot: 'jsonata' },
      { t: 'set', p: 'pronunciation.session', pt: 'msg', to: LANGUAGE, tot: 'str' },
    ],
    to: ['mic', 'pressed'],
  });
  flow.add('pressed', 'switch', { name: 'when pressed', rules: [{ t: 'true' }], at: [COLUMN.microphone, y + 50], to: pressed });
  flow.add('mic', 'pron-mic', { at: [COLUMN.microphone, y], to: ['noise'], ...microphone });
}

/** A button in the editor for each of the bundled recordings, and the node that reads them. */
export function bundledRecordings(flow: Flow, y: number): void {
  const names = [['correct', 'a native speaker'], ['mispronounced', 'a learner with errors'], ['another-sentence', 'another sentence'], ['silence', 'nobody speaks']] as const;
  names.forEach(([recording, name], i) => {
    recordingButton(flow, recording, `${LANGUAGE}-${recording}`, { name, at: [COLUMN.inject, y + 40 * i], to: ['read'] });
  });
  flow.add('read', 'file in', { name: 'read the recording', at: [COLUMN.source, y + 60], to: ['noise'] });
}

/**
 * Shows errors of our own nodes. Errors of the GPIO nodes are not caught: a flow that answered them with another message to
 * the same nodes would loop for ever.
 */
export function problems(flow: Flow, y: number, watched: readonly string[], also: readonly string[]): void {
  flow.add('problem', 'catch', { name: 'a problem', at: [COLUMN.inject, y], scope: watched.map(flow.id), to: ['say problem', ...also] });
  flow.add('say problem', 'debug', { name: 'what went wrong', complete: 'error', at: [COLUMN.source, y] });
}
