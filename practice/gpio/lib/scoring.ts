import type { Flow } from '../../flow/flow';
import { sentenceButton } from '../../flow/recordings';
import { bundledRecordings, buttonAndMicrophone, COLUMN, LANGUAGE, problems } from './listening';

/** Where a message is wired to. */
export interface Listeners {
  /** Gets the score, the first output. */
  readonly scored: readonly string[];
  /** Gets a verdict in place of a score. */
  readonly refused: readonly string[];
  /** Gets what went wrong. */
  readonly problem: readonly string[];
  /** Gets a message when the button is pressed. */
  readonly pressed: readonly string[];
}

const OURS = ['tts', 'reference vad', 'reference mel', 'mic', 'read', 'noise', 'vad', 'hear', 'mel', 'score'];

/** The whole way from a sentence and a learner to a score: what the flows for a score have in common. */
export function scoring(flow: Flow, y: number, { scored, refused, problem, pressed }: Listeners): void {
  sentenceButton(flow, 'sentence', `${LANGUAGE}-correct`, { name: 'the voice', once: true, at: [COLUMN.inject, y], to: ['tts'] });
  flow.add('tts', 'pron-tts', { at: [COLUMN.source, y], to: ['reference vad'] });
  flow.add('reference vad', 'pron-vad', { at: [COLUMN.vad, y], to: ['reference mel'] });
  flow.add('reference mel', 'pron-mel', { at: [COLUMN.mel, y], to: ['score'] });

  bundledRecordings(flow, y + 60);
  buttonAndMicrophone(flow, y + 240, { mode: 'push' }, pressed);
  flow.add('noise', 'pron-noise', { at: [COLUMN.noise, y + 120], to: ['vad'] });
  flow.add('vad', 'pron-vad', { at: [COLUMN.vad, y + 120], to: ['hear'] });
  flow.add('hear', 'pron-hear', { at: [COLUMN.hear, y + 120], to: [['mel'], []] });
  flow.add('mel', 'pron-mel', { at: [COLUMN.mel, y + 120], to: ['score'] });

  flow.add('score', 'pron-score', { at: [COLUMN.score, y + 60], to: [[...scored, 'points'], [...refused, 'advice']] });
  flow.add('points', 'debug', { name: 'points', at: [COLUMN.score + 160, y] });
  flow.add('advice', 'debug', { name: 'what to do', complete: 'pronunciation.score.message', at: [COLUMN.score + 170, y + 40] });
  problems(flow, y + 350, OURS, problem);
}
